import { mdiAccountOffOutline, mdiCctv, mdiEyeOffOutline, mdiLanDisconnect, mdiLockOutline, mdiRadar } from "@mdi/js";
import { html, type TemplateResult } from "lit";
import type { Context } from "./context";
import { message } from "./message";
import type { Overview } from "./types";

/** What is to be done next where there is nothing to show yet. */
export type Step = "no_camera" | "no_permission" | "no_worker" | "worker_away" | "away" | "detection_off" | "wait";

const ICONS: Record<Step, string> = {
  no_camera: mdiCctv,
  no_permission: mdiLockOutline,
  no_worker: mdiRadar,
  worker_away: mdiRadar,
  away: mdiLanDisconnect,
  detection_off: mdiEyeOffOutline,
  wait: mdiAccountOffOutline,
};

const SETTINGS = "/config/integrations/integration/mycamera";

/** What keeps people from appearing, what must come first of it first. */
export function nextStep({ cameras, removed_cameras: removed, worker }: Overview, admin: boolean): Step {
  if (cameras.length === 0 && removed.length === 0) return admin ? "no_camera" : "no_permission";
  if (worker.status === "not_set_up") return "no_worker";
  if (worker.status === "failed" || worker.status === "disconnected") return "worker_away";
  const wanted = cameras.filter((camera) => camera.detection_enabled);
  if (cameras.length > 0 && wanted.length === 0) return "detection_off";
  const here = wanted.some((camera) => camera.watching || camera.recording_status === "recording");
  return here || wanted.length === 0 ? "wait" : "away";
}

/** The step in words, with the button that leads to it for who may take it. */
export function firstStep(context: Context, overview: Overview, showSystem: () => void): TemplateResult {
  const { localize, hass } = context;
  const admin = hass.user?.is_admin ?? false;
  const step = nextStep(overview, admin);
  const parts = { icon: ICONS[step], heading: localize(`step_${step}`), text: localize(`step_${step}_text`) };
  if (step === "worker_away" || step === "away") {
    const action = html`<button class="text-button" @click=${showSystem}>${localize("step_system")}</button>`;
    return message({ ...parts, action });
  }
  if (!admin || step === "wait") return message(parts);
  const label = step === "no_camera" ? "step_add_camera" : step === "no_worker" ? "step_add_worker" : "add_camera";
  return message({ ...parts, action: html`<a class="text-button" href=${SETTINGS}>${localize(label)}</a>` });
}
