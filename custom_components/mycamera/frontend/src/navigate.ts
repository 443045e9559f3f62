/** Go to a page, as Home Assistant's own cards do. */
export function navigate(path: string): void {
  window.history.pushState(null, "", path);
  window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace: false } }));
}
