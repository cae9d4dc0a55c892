"""XML: trees of elements (`xml.etree`) and the escaping of text (`xml.sax.saxutils`)."""
