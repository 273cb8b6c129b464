"""A process that uses the embedded server: `pg_sharer.py ROOT UID [PG_BIN]`. It stops at the end of its input."""

import json
import os
import sys
from pathlib import Path

from telemed.infra.embedded_pg import EmbeddedPg

root, uid = Path(sys.argv[1]), int(sys.argv[2])
if uid != os.geteuid():  # only now: the interpreter itself may lie where the other user cannot read
    os.setgroups([])
    os.setgid(uid)
    os.setuid(uid)
pg = EmbeddedPg(root, pg_bin=Path(sys.argv[3]) if len(sys.argv) > 3 else None, durable=False).start()
sys.stdout.write(json.dumps({"postmaster": pg.postmaster, "uid": os.geteuid()}) + "\n")
sys.stdout.flush()
sys.stdin.read()
sys.stdout.write(json.dumps({"stopped": pg.stop()}) + "\n")
