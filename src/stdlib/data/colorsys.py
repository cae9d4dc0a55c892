"""Colours from one system of three numbers to another; all are between 0 and 1, but for the I and Q of YIQ."""

__all__ = ["rgb_to_yiq", "yiq_to_rgb", "rgb_to_hls", "hls_to_rgb", "rgb_to_hsv", "hsv_to_rgb"]

ONE_THIRD, ONE_SIXTH, TWO_THIRD = 1.0 / 3.0, 1.0 / 6.0, 2.0 / 3.0


def rgb_to_yiq(r, g, b):
    """To those of American television."""
    y = 0.30 * r + 0.59 * g + 0.11 * b
    red, blue = r - y, b - y
    return y, 0.74 * red - 0.27 * blue, 0.48 * red + 0.41 * blue


def yiq_to_rgb(y, i, q):
    """From those of American television."""
    channels = (
        y + 0.9468822170900693 * i + 0.6235565819861433 * q,
        y - 0.27478764629897834 * i - 0.6356910791873801 * q,
        y - 1.1085450346420322 * i + 1.7090069284064666 * q,
    )
    return tuple([0.0 if value < 0.0 else 1.0 if value > 1.0 else value for value in channels])


def _hue(r, g, b, most, spread):
    red, green, blue = [(most - value) / spread for value in (r, g, b)]
    if r == most:
        hue = blue - green
    elif g == most:
        hue = 2.0 + red - blue
    else:
        hue = 4.0 + green - red
    return (hue / 6.0) % 1.0


def rgb_to_hls(r, g, b):
    """To hue, lightness and saturation."""
    most, least = max(r, g, b), min(r, g, b)
    total, spread = most + least, most - least
    light = total / 2.0
    if not spread:
        return 0.0, light, 0.0
    saturation = spread / total if light <= 0.5 else spread / (2.0 - most - least)
    return _hue(r, g, b, most, spread), light, saturation


def hls_to_rgb(h, l, s):
    """From hue, lightness and saturation."""
    if s == 0.0:
        return l, l, l
    high = l * (1.0 + s) if l <= 0.5 else l + s - (l * s)
    low = 2.0 * l - high
    return tuple([_channel(low, high, hue) for hue in (h + ONE_THIRD, h, h - ONE_THIRD)])


def _channel(low, high, hue):
    hue %= 1.0
    if hue < ONE_SIXTH:
        return low + (high - low) * hue * 6.0
    if hue < 0.5:
        return high
    return low + (high - low) * (TWO_THIRD - hue) * 6.0 if hue < TWO_THIRD else low


def rgb_to_hsv(r, g, b):
    """To hue, saturation and value."""
    most, least = max(r, g, b), min(r, g, b)
    spread = most - least
    if not spread:
        return 0.0, 0.0, most
    return _hue(r, g, b, most, spread), spread / most, most


def hsv_to_rgb(h, s, v):
    """From hue, saturation and value."""
    if s == 0.0:
        return v, v, v
    sector = int(h * 6.0)
    part = h * 6.0 - sector
    low, falling, rising = v * (1.0 - s), v * (1.0 - s * part), v * (1.0 - s * (1.0 - part))
    return [
        (v, rising, low), (falling, v, low), (low, v, rising), (low, falling, v), (rising, low, v), (v, low, falling),
    ][sector % 6]
