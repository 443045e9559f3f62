import assert from "node:assert/strict";
import { mock, test } from "node:test";
import type { MyCameraDayFilm } from "../src/day-film";
import { Playback, type PlaybackHost } from "../src/day-playback";
import type { Span } from "../src/strip";

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const BEGIN = Date.UTC(2026, 10, 28);
const NOW = BEGIN + 12 * HOUR;

/** A film that notes what it is told. */
class Player {
  readonly shown: number[] = [];
  readonly begun = true;
  playing = false;

  constructor(readonly cameraId: string) {}

  async show(moment: number): Promise<void> {
    this.shown.push(moment);
  }

  async play(): Promise<void> {
    this.playing = true;
  }

  pause(): void {
    this.playing = false;
  }

  frame(): void {}
}

function made(
  footage: Readonly<Record<string, readonly Span[]>>,
  watchable = Object.keys(footage),
): { playback: Playback; players: Player[] } {
  const films = Object.keys(footage);
  const players = films.map((id) => new Player(id));
  const host: PlaybackHost = {
    addController: () => {},
    removeController: () => {},
    requestUpdate: () => {},
    updateComplete: Promise.resolve(true),
    films,
    players: players as unknown as MyCameraDayFilm[],
    whole: { from: BEGIN, to: BEGIN + 24 * HOUR },
    seen: [],
    watchable,
    spans: (id) => footage[id] ?? [],
  };
  return { playback: new Playback(host), players };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("what is played goes on live at the right edge, and looking back leaves it", async () => {
  mock.timers.enable({ apis: ["Date", "setInterval"], now: NOW });
  try {
    const { playback, players } = made({ door: [[NOW - HOUR, NOW - 40 * SECOND]] });
    await playback.show(NOW - 60 * SECOND);
    await playback.toggle();
    playback.told("door", true);
    playback.at("door", NOW - 45 * SECOND);
    playback.ended("door", NOW - SECOND);
    assert.deepEqual([playback.live, playback.playing, playback.moment], [true, true, NOW]);
    assert.equal(players[0]?.playing, false, "the film rests");
    mock.timers.tick(5 * SECOND);
    assert.equal(playback.moment, NOW + 5 * SECOND, "the time goes on");

    playback.found(NOW - 30 * 60 * SECOND);
    await settled();
    assert.deepEqual([playback.live, playback.moment], [false, NOW - 30 * 60 * SECOND]);
    assert.equal(players[0]?.playing, true, "the film goes on from there");
    mock.timers.tick(5 * SECOND);
    assert.equal(playback.moment, NOW - 30 * 60 * SECOND, "no clock moves it on");
  } finally {
    mock.timers.reset();
  }
});

test("footage that ended long ago is not followed by what is live", async () => {
  mock.timers.enable({ apis: ["Date", "setInterval"], now: NOW });
  try {
    const { playback } = made({ door: [[NOW - 2 * HOUR, NOW - HOUR]] });
    await playback.show(NOW - HOUR - 10 * SECOND);
    await playback.toggle();
    playback.ended("door", NOW);
    assert.deepEqual([playback.live, playback.playing], [false, false]);
    playback.toEnd("last");
    assert.equal(playback.live, true, "whoever asks for the end of today gets it");
    await playback.toggle();
    assert.deepEqual([playback.live, playback.playing], [false, false], "pausing leaves it");
    assert.equal(playback.moment, NOW - HOUR - SECOND, "for the newest picture that is recorded");
  } finally {
    mock.timers.reset();
  }
});

test("behind the newest footage the line is live, within a gap it is not", async () => {
  mock.timers.enable({ apis: ["Date", "setInterval"], now: NOW });
  try {
    const spans: Span[] = [
      [NOW - HOUR, NOW - HOUR / 2],
      [NOW - 600 * SECOND, NOW - 30 * SECOND],
    ];
    const { playback } = made({ door: spans });
    playback.found(NOW - 900 * SECOND);
    await settled();
    assert.deepEqual([playback.live, playback.moment], [false, NOW - 600 * SECOND]);
    playback.found(NOW - 60 * SECOND);
    await settled();
    assert.deepEqual([playback.live, playback.moment], [false, NOW - 60 * SECOND], "what is recorded is shown");
    playback.found(NOW + HOUR);
    assert.equal(playback.live, true);
    playback.drag(NOW - 900 * SECOND);
    assert.equal(playback.live, false, "looking for a moment leaves it");
    const removed = made({ door: spans }, []).playback;
    removed.found(NOW);
    await settled();
    assert.equal(removed.moment, NOW - 31 * SECOND, "but the newest that is recorded");
    removed.goLive();
    assert.equal(removed.live, false, "a camera that is no longer set up shows nothing");
  } finally {
    mock.timers.reset();
  }
});

test("of several cameras one that has later footage goes on before it is live", async () => {
  mock.timers.enable({ apis: ["Date", "setInterval"], now: NOW });
  try {
    const { playback, players } = made({
      door: [[NOW - HOUR, NOW - 100 * SECOND]],
      yard: [[NOW - HOUR, NOW - 20 * SECOND]],
    });
    await playback.show(NOW - 110 * SECOND);
    await playback.toggle();
    assert.equal(playback.leader, "door");
    playback.ended("door", NOW - 100 * SECOND);
    await settled();
    assert.deepEqual([playback.leader, playback.live], ["yard", false]);
    assert.equal(players[1]?.shown.at(-1), NOW - 100 * SECOND);
    playback.ended("yard", NOW - SECOND);
    assert.equal(playback.live, true);
  } finally {
    mock.timers.reset();
  }
});
