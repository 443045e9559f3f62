import assert from "node:assert/strict";
import { test } from "node:test";
import { nextStep, type Step } from "../src/first-steps";
import type { CameraOverview, Overview, WorkerOverview } from "../src/types";

function overview(status: WorkerOverview["status"], ...cameras: Partial<CameraOverview>[]): Overview {
  const whole = { recording_status: "recording", detection_enabled: true, watching: true };
  return {
    cameras: cameras.map((camera) => ({ ...whole, ...camera })),
    removed_cameras: [],
    worker: { status },
  } as unknown as Overview;
}

test("what must come first is said first", () => {
  const off = { detection_enabled: false };
  const away = { recording_status: "unreachable", watching: false } as const;
  const steps: [Overview, Step][] = [
    [overview("not_set_up"), "no_camera"],
    [overview("not_set_up", {}), "no_worker"],
    [overview("disconnected", off), "worker_away"],
    [overview("failed", away), "worker_away"],
    [overview("connected", off, off), "detection_off"],
    [overview("connected", away, off), "away"],
    [overview("connected", away, { watching: false }), "wait"],
    [overview("connected", { recording_status: "off" }), "wait"],
    [overview("starting", {}), "wait"],
  ];
  for (const [shown, step] of steps) assert.equal(nextStep(shown, true), step);
});

test("who may not see a camera is told so", () => {
  assert.equal(nextStep(overview("connected"), false), "no_permission");
  const left = { ...overview("connected"), removed_cameras: [{}] } as unknown as Overview;
  assert.equal(nextStep(left, false), "wait");
});
