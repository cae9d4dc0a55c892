"""Classes that make parts of messages: text, pictures, sounds, other messages, and several of them."""
