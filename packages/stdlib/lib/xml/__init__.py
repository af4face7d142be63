# The package of what reads and writes XML.
