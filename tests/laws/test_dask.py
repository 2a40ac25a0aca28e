"""A Dask cluster computes the same blocks, even when a worker dies on the way."""

import os
import signal
import threading
import time
import warnings
from pathlib import Path

import pytest

import malaparte as mp
from malaparte.ensemble.executors import executor

pytest.importorskip("distributed")

THREE = "docs/first/three-nodes.yaml"
WORLDS = 120_000

# What the library itself leaves behind when a worker is killed is not ours to mend.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")


def test_a_cluster_writes_the_same_blocks_though_a_worker_dies(tmp_path: Path) -> None:
    from distributed import LocalCluster

    mp.load(THREE).keep(tmp_path / "here", WORLDS)
    with (
        warnings.catch_warnings(),
        LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
    ):
        warnings.simplefilter("ignore")
        address = str(cluster.scheduler_address).replace("tcp://", "dask://")
        killer = threading.Thread(target=kill_one, args=(cluster, tmp_path / "there"))
        killer.start()
        found = mp.load(THREE).keep(tmp_path / "there", WORLDS, on=address)
        killer.join()
    assert found is not None
    names = [path.name for path in (tmp_path / "here").glob("*.parquet")]
    assert len(names) == 30
    for name in names:
        assert (tmp_path / "there" / name).read_bytes() == (tmp_path / "here" / name).read_bytes()


def kill_one(cluster: object, folder: Path) -> None:
    limit = time.monotonic() + 300
    while not list(folder.glob("outcomes-*")) and time.monotonic() < limit:
        time.sleep(0.005)
    nanny = next(iter(cluster.workers.values()))  # type: ignore[attr-defined] - an object here
    os.kill(nanny.pid, signal.SIGKILL)


def test_a_cluster_that_is_not_there_is_told() -> None:
    with pytest.raises(mp.MalaparteError, match="no Dask scheduler"):
        list(executor("dask://127.0.0.1:1").map(print, [1]))
