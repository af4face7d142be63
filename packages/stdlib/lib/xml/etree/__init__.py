# The package of ElementTree.
