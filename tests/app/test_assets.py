"""Files are compressed once."""

import threading

from app.assets import Assets


def test_many_labs_in_one_process_compress_the_largest_file_once(monkeypatch):
    improved = threading.Semaphore(0)
    monkeypatch.setattr("app.assets.Asset.improve", lambda asset: improved.release())
    assets = Assets()
    for _ in range(3):
        assets.warm_up()
    assert improved.acquire(timeout=20)
    assert not improved.acquire(blocking=False)
