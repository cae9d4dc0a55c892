"""XML: trees of elements (`xml.etree`), documents as trees of nodes (`xml.dom`) and as rows of events (`xml.sax`)."""
