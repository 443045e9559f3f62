/** A dashboard that lays out all cameras by itself: each live, with its last hours, and who was seen last. */

interface Entity {
  readonly entity_id?: string;
  readonly platform?: string;
  readonly device_id?: string | null;
  readonly hidden?: boolean;
}

export interface Laid {
  readonly entities?: Readonly<Record<string, Entity>>;
  readonly devices?: Readonly<Record<string, { readonly name?: string | null; readonly name_by_user?: string | null }>>;
  readonly states?: Readonly<Record<string, { readonly attributes: Readonly<Record<string, unknown>> }>>;
}

type Config = Record<string, unknown>;

/** The sections of a dashboard, one for each camera by name, then the people of all. */
export function layOut(hass: Laid): Config {
  const entities = Object.entries(hass.entities ?? {}).filter(
    ([, entity]) => entity.platform === "mycamera" && !entity.hidden,
  );
  const name = (id: string, entity: Entity): string => {
    const device = entity.device_id ? hass.devices?.[entity.device_id] : undefined;
    return device?.name_by_user ?? device?.name ?? String(hass.states?.[id]?.attributes.friendly_name ?? id);
  };
  const cameras = entities
    .filter(([id]) => id.startsWith("camera."))
    .map(([id, entity]) => ({ id, entity, name: name(id, entity) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const sections = cameras.map(({ id, entity, name: heading }) => ({
    type: "grid",
    cards: [
      { type: "heading", heading, icon: "mdi:cctv" },
      { type: "custom:mycamera-live-card", entity: id },
      { type: "custom:mycamera-timeline-card", entity: id, hours: 12 },
      ...entities
        .filter(([other, { device_id: device }]) => device === entity.device_id && isOccupancy(hass, other))
        .map(([other]) => ({ type: "tile", entity: other })),
    ],
  }));
  const people = { type: "grid", cards: [{ type: "custom:mycamera-people-card", count: 12 }] };
  return { views: [{ title: "MyCamera", type: "sections", max_columns: 3, sections: [...sections, people] }] };
}

function isOccupancy(hass: Laid, entityId: string): boolean {
  return entityId.startsWith("binary_sensor.") && hass.states?.[entityId]?.attributes.device_class === "occupancy";
}

/** What Home Assistant asks for a dashboard of the type `custom:mycamera`. */
export class MyCameraDashboardStrategy extends HTMLElement {
  static generate(_config: Config, hass: Laid): Promise<Config> {
    return Promise.resolve(layOut(hass));
  }
}
