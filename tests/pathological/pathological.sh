#!/bin/sh
# pathological.sh BUILD: documents that nobody writes and every formatter is given; see cases.py.
exec python3 "$(dirname "$0")/cases.py" "$@"
