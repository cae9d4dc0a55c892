"""Colours from one system to another."""
import colorsys

for rgb in [(0.2, 0.4, 0.4), (1, 0, 0), (0, 0, 0), (1, 1, 1), (0.5, 0.1, 0.9), (0.3, 0.9, 0.2)]:
    for name in "yiq", "hls", "hsv":
        there = getattr(colorsys, f"rgb_to_{name}")(*rgb)
        print(name, there, getattr(colorsys, f"{name}_to_rgb")(*there))
