import { css } from "lit";

export const figuresStyles = css`
  :host {
    display: block;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block: 4px 12px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding-inline: 14px;
    border-radius: 18px;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .chip svg {
    inline-size: 18px;
    block-size: 18px;
  }
  .chip[aria-pressed="true"] {
    border-color: var(--mc-accent);
    background: color-mix(in srgb, var(--mc-accent) 16%, var(--mc-surface));
  }
  .end {
    margin-inline-start: auto;
  }
  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(420px, 100%), 1fr));
    gap: var(--mc-gap);
  }
  section {
    display: grid;
    align-content: start;
    gap: 8px;
    min-inline-size: 0;
    padding: 16px;
    border-radius: var(--mc-radius);
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  h2 {
    font-size: 16px;
    font-weight: 500;
  }
  .large {
    font-size: 40px;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
  }
  .total p:not(.large),
  .hint {
    color: var(--mc-text-2);
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 6px 8px 6px 0;
    text-align: end;
    border-block-end: 1px solid var(--mc-line);
  }
  th {
    font-size: 12px;
    font-weight: 400;
    color: var(--mc-text-2);
  }
  th:first-child,
  td:first-child {
    text-align: start;
  }
  .zone {
    min-block-size: 32px;
    padding-inline: 10px;
    margin-inline-start: -10px;
    border-radius: 16px;
    color: color-mix(in srgb, var(--mc-accent) 60%, var(--mc-text));
    text-align: start;
  }
  .zone[aria-pressed="true"] {
    color: var(--mc-text);
    background: color-mix(in srgb, var(--mc-accent) 16%, var(--mc-surface));
  }
  .chart {
    position: relative;
    container-type: inline-size;
    padding-block-start: 18px;
  }
  .most {
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0;
    font-size: 11px;
    color: var(--mc-text-2);
    pointer-events: none;
  }
  .chart svg {
    inline-size: 100%;
    block-size: 150px;
    border-block-end: 1px solid var(--mc-line);
  }
  .whole {
    fill: transparent;
  }
  .now {
    fill: var(--mc-accent);
  }
  .before {
    fill: var(--mc-text-2);
  }
  .marks {
    display: flex;
    block-size: 20px;
    font-size: 11px;
    color: var(--mc-text-2);
  }
  .marks span {
    flex: 1 1 0;
    min-inline-size: 0;
  }
  .marks b {
    display: block;
    font-weight: 400;
    white-space: nowrap;
  }
  @container (max-width: 400px) {
    .marks .other {
      display: none;
    }
  }
  .ways {
    position: relative;
    aspect-ratio: 16 / 9;
    border-radius: 8px;
    overflow: hidden;
    background: var(--mc-sunken);
  }
  .ways img,
  .ways canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: fill;
  }
`;
