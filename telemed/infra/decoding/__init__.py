"""Opens files of strangers in a process of its own (`python -m telemed.infra.decoding`), which can open nothing else.

The parent is `telemed/infra/decoder.py`; nothing but that process imports what is in here, except `terms.py`.
"""
