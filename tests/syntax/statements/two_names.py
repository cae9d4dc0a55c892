# Two names beside each other.
hello world
