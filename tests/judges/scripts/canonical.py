"""Gives texts in XML their canonical form.

Reads texts as JSON, one on each line; prints for each an object with its canonical form as `body` (C14N 2.0).
"""

import json
import sys
import xml.etree.ElementTree as ET


def main():
    for line in sys.stdin:
        print(json.dumps({"body": ET.canonicalize(json.loads(line))}))


if __name__ == "__main__":
    main()
