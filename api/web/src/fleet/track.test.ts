import { describe, expect, it } from 'vitest';
import { bridges, pieces, placeAt, type Track } from './track';

const point = (time: number, longitude: number) => ({ time, longitude, latitude: 20, course: 90, speed: 4 });
const track: Track = {
  points: [point(0, 107), point(100, 108), point(500, 110), point(600, 111)],
  gaps: [{ from: 100, to: 500 }],
};

describe('a track', () => {
  it('comes apart where nothing was heard', () => {
    expect(pieces(track).map((piece) => piece.map(({ time }) => time))).toEqual([
      [0, 100],
      [500, 600],
    ]);
    expect(bridges(track).map((ends) => ends.map(({ time }) => time))).toEqual([[100, 500]]);
  });

  it('of one report or none has no bridge', () => {
    expect(pieces({ points: [point(5, 1)], gaps: [] })).toHaveLength(1);
    expect(pieces({ points: [], gaps: [] })).toEqual([]);
    expect(bridges({ points: [], gaps: [] })).toEqual([]);
  });

  it.each([
    ['at a report', 100, 108, false],
    ['between two', 50, 107.5, false],
    ['in a gap, where it was last heard', 300, 108, true],
    ['after the gap', 550, 110.5, false],
    ['after the last report', 900, 111, false],
    ['before the first', -10, 107, false],
  ])('says where the boat was %s', (_, time, longitude, isGap) => {
    expect(placeAt(track, time)).toMatchObject({ longitude, isGap });
  });

  it('that ended in silence is silent until now', () => {
    const lost: Track = { ...track, gaps: [...track.gaps, { from: 600, to: 9_000 }] };

    expect(placeAt(lost, 5_000)).toMatchObject({ longitude: 111, heardAt: 600, isGap: true });
    expect(bridges(lost)).toHaveLength(1);
  });

  it('without reports says nothing', () => {
    expect(placeAt({ points: [], gaps: [] }, 5)).toBeNull();
  });
});
