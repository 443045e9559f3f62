"""An integration that measures the event loop of the Home Assistant in which it runs, for `bench homeassistant`."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.demo.client import Message

PROBE = '''
"""How late the event loop wakes up, how much of its thread's time goes between, and where it is when very late."""

import gc
import sys
import threading
import time
import traceback
from array import array

from homeassistant.core import SupportsResponse, callback

INTERVAL = 0.005
VERY_LATE = 0.05
MOST_HELD = 20


async def async_setup(hass, config):
    late, used = array("d"), array("d")
    loop, state = hass.loop, {"cpu": 0.0, "due": 0.0}
    held = []
    loop_thread = threading.get_ident()

    def watch():
        """Note where the loop's thread is, and what ran besides, each time that it is very late."""
        noted = 0.0
        while True:
            before = time.monotonic()
            time.sleep(INTERVAL)
            now, due = time.monotonic(), state["due"]
            if now - due < VERY_LATE or due == noted:
                continue
            noted = due
            names = {thread.ident: thread.name for thread in threading.enumerate()}
            frames = sys._current_frames()
            place = lambda frame: f"{frame.name} {frame.filename}:{frame.lineno}"
            at = lambda ident: [place(frame) for frame in traceback.extract_stack(frames[ident])[-6:]]
            # Where this thread was late as well, the machine or another thread's hold on the interpreter was it.
            held.append({
                "late": now - due,
                "watch_late": now - before - INTERVAL,
                "cpu": time.clock_gettime(time.pthread_getcpuclockid(loop_thread)) - state["cpu"],
                "loop": at(loop_thread),
                "others": {names.get(ident, "?"): at(ident)[-2:] for ident in frames if ident != loop_thread},
            })
            del held[:-MOST_HELD]

    collections = []

    def collected(phase, info):
        """Note what Python's collector of garbage takes: it holds whoever's turn it is."""
        if phase == "start":
            state["gc"] = time.thread_time()
        else:
            took = time.thread_time() - state["gc"]
            collections.append({"generation": info["generation"], "took": took, "freed": info["collected"]})

    def tick(due):
        cpu = time.thread_time()
        late.append(loop.time() - due)
        used.append(cpu - state["cpu"])
        state["cpu"] = cpu
        state["due"] = due = loop.time() + INTERVAL
        loop.call_at(due, tick, due)

    @callback
    def begin(call):
        del late[:], used[:], held[:], collections[:]

    @callback
    def report(call):
        def told(values):
            ordered = sorted(values)
            at = lambda share: 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))]
            return {"p50": at(0.5), "p99": at(0.99), "p999": at(0.999), "most": at(1)}

        over = sum(seconds > 0.02 for seconds in used[1:])
        answer = {"looks": len(late), "late": told(late[1:]), "used": told(used[1:]), "over": over}
        return answer | {"held": list(held), "collections": list(collections), "objects": len(gc.get_objects())}

    hass.services.async_register("loop_probe", "begin", begin)
    hass.services.async_register("loop_probe", "report", report, supports_response=SupportsResponse.ONLY)
    gc.callbacks.append(collected)
    state["due"] = loop.time()
    loop.call_soon(tick, loop.time())
    threading.Thread(target=watch, name="loop probe", daemon=True).start()
    return True
'''


def write_probe(folder: Path) -> Path:
    """Write the integration that measures; returns its folder."""
    component = folder / "loop_probe"
    component.mkdir(parents=True)
    (component / "__init__.py").write_text(PROBE)
    manifest = {
        "domain": "loop_probe",
        "name": "Loop probe",
        "version": "1.0.0",
        "requirements": [],
        "dependencies": [],
    }
    (component / "manifest.json").write_text(json.dumps(manifest))
    return component


def print_loop(title: str, ours: Message, empty: Message) -> None:
    """Print the table of one phase, milliseconds."""
    print(f"\n{title:<40}{'mycamera':>10}{'empty':>10}{'ratio':>8}")
    for name, key in (("loop late, ms", "late"), ("loop's own time between looks, ms", "used")):
        for share in ("p50", "p99", "p999", "most"):
            one, other = ours[key][share], empty[key][share]
            print(f"{f'{name} {share}':<40}{one:>10.2f}{other:>10.2f}{one / other if other else 0:>8.1f}")
    print(f"looks: {ours['looks']} and {empty['looks']}; with over 20 ms of own time: {ours['over']}, {empty['over']}")
    for name, told in (("mycamera", ours), ("empty", empty)):
        for generation in range(3):
            these = [each for each in told["collections"] if each["generation"] == generation]
            most = 1000 * max((each["took"] for each in these), default=0.0)
            freed = sum(each["freed"] for each in these)
            print(f"{name}: {len(these)} collections of generation {generation}, {most:.1f} ms at most, {freed} freed")
        print(f"{name}: {told['objects']} objects that the collector looks at")
        for held in told["held"]:
            late, watch, cpu = (1000 * held[key] for key in ("late", "watch_late", "cpu"))
            print(f"{name} late for {late:.0f} ms, the watch for {watch:.0f} ms; the loop's own time {cpu:.1f} ms")
            print("  loop:", *held["loop"], sep="\n    ")
            for thread, where in held["others"].items():
                print(f"  {thread}: {' < '.join(reversed(where))}")
