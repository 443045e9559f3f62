import { css } from "lit";

export const timelineStyles = css`
  :host {
    display: block;
  }
  .cards {
    display: grid;
    gap: var(--mc-gap);
    inline-size: 100%;
    padding-block-end: var(--mc-gap);
  }
  .head {
    inline-size: 100%;
  }
  /* The day at the upper edge stays there. */
  .top {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    block-size: 0;
  }
  .top .day {
    display: block;
    position: relative;
  }
  .card {
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
    text-align: start;
    border-radius: var(--mc-radius);
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
    transition: box-shadow 0.15s;
  }
  button.card:hover {
    box-shadow: 0 2px 10px rgba(0, 0, 0, 0.18);
  }
  .picture {
    display: block;
    position: relative;
    inline-size: 100%;
    aspect-ratio: 4 / 3;
    background: var(--mc-sunken);
    flex: none;
  }
  img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    object-position: 50% 25%;
  }
  .missing {
    display: grid;
    place-items: center;
    block-size: 100%;
    color: var(--mc-text-2);
  }
  .facts {
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 10px 12px 12px;
    min-inline-size: 0;
    flex: 1;
  }
  .line {
    display: flex;
    align-items: baseline;
    gap: 8px;
    min-inline-size: 0;
  }
  time {
    font-weight: 500;
    font-size: 15px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .camera {
    color: var(--mc-text-2);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .caption {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .none {
    color: var(--mc-text-2);
    font-style: italic;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: auto;
    padding-block-start: 6px;
    font-size: 12px;
    color: var(--mc-text-2);
  }
  .badges span {
    padding: 1px 8px;
    border-radius: 10px;
    background: color-mix(in srgb, var(--mc-text) 8%, transparent);
    font-variant-numeric: tabular-nums;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    max-inline-size: 100%;
  }
  .badges .source {
    background: none;
    padding-inline: 2px;
  }
  .ghost .card {
    block-size: 300px;
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  .fresh .card {
    animation: arrive 2.4s ease-out;
  }
  @keyframes arrive {
    from {
      border-color: var(--mc-accent);
      box-shadow: 0 0 0 3px color-mix(in srgb, var(--mc-accent) 50%, transparent);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .ghost .card,
    .fresh .card {
      animation: none;
    }
  }
  @media (max-width: 599px) {
    .cards {
      gap: 8px;
      padding-block-end: 8px;
    }
    .card {
      flex-direction: row;
    }
    .picture {
      inline-size: 112px;
      aspect-ratio: auto;
      min-block-size: 112px;
      align-self: stretch;
    }
    .ghost .card {
      block-size: 112px;
    }
  }
  .cell {
    position: relative;
    min-inline-size: 0;
  }
  /* More cards beneath this one. */
  .stack .card {
    box-shadow:
      0 4px 0 -1px var(--mc-surface),
      0 5px 0 0 var(--mc-line),
      0 8px 0 -2px var(--mc-surface),
      0 9px 0 -1px var(--mc-line);
    margin-block-end: 9px;
    block-size: calc(100% - 9px);
  }
  .of-visit .card {
    border-color: color-mix(in srgb, var(--mc-accent) 55%, var(--mc-line));
  }
  .visit {
    position: absolute;
    z-index: 1;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 36px;
    padding-inline: 8px 12px;
    border-radius: 18px;
    color: #fff;
    background: rgba(0, 0, 0, 0.65);
    font-size: 13px;
    font-weight: 500;
  }
  .visit:hover {
    background: rgba(0, 0, 0, 0.85);
  }
  .visit svg {
    inline-size: 20px;
    block-size: 20px;
  }
  .unseen {
    flex: none;
    align-self: center;
    inline-size: 9px;
    block-size: 9px;
    border-radius: 50%;
    background: var(--mc-accent);
  }
  @media (max-width: 599px) {
    /* Upon the picture: time and camera stand beside it. */
    .visit {
      inset-block: auto 13px;
      inset-inline: 4px auto;
      max-inline-size: 104px;
      padding-inline: 4px 8px;
      white-space: nowrap;
    }
  }
`;
