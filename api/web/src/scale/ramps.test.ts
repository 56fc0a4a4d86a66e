import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inkOn, mix, toHex, toLab } from './oklab';
import { divergingRamp, sequentialRamp, type Theme } from './ramps';
import { STATUSES, statusColor } from './statuses';

const lightness = (hex: string): number => toLab(hex)[0];
const themes: readonly Theme[] = ['light', 'dark'];

describe('OKLab', () => {
  it('gives back what it was given', () => {
    for (const hex of ['#000000', '#ffffff', '#1c2b52', '#f0c443', '#86203f']) {
      expect(toHex(toLab(hex))).toBe(hex);
    }
  });

  it('knows white and black', () => {
    expect(lightness('#ffffff')).toBeCloseTo(1, 3);
    expect(lightness('#000000')).toBeCloseTo(0, 3);
  });

  it('mixes from one end to the other', () => {
    expect(mix('#102030', '#f0e0d0', 0)).toBe('#102030');
    expect(mix('#102030', '#f0e0d0', 1)).toBe('#f0e0d0');
  });
});

/** WCAG 2.2 contrast. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => {
      const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe.each(themes)('names on the map in the %s theme', (theme) => {
  it('are read on every fill that there is', () => {
    const fills = [
      ...sequentialRamp(5, theme),
      ...sequentialRamp(6, theme),
      ...divergingRamp(3, 3, 3, theme),
      ...STATUSES.map((status) => statusColor(status, theme)),
    ];

    for (const fill of fills) {
      expect([fill, contrast(fill, inkOn(fill)) > 3.5]).toEqual([fill, true]);
    }
  });
});

describe.each(themes)('ramps in the %s theme', (theme) => {
  it.each([2, 3, 4, 5, 6])('of %i classes change lightness by a step that the eye sees', (classes) => {
    const steps = sequentialRamp(classes, theme).map(lightness);

    for (let i = 1; i < steps.length; i++) {
      const step = (steps[i] ?? 0) - (steps[i - 1] ?? 0);
      expect(theme === 'light' ? -step : step).toBeGreaterThan(0.06);
    }
  });

  it('have as many colours as classes', () => {
    expect(sequentialRamp(0, theme)).toEqual([]);
    expect(sequentialRamp(1, theme)).toHaveLength(1);
    expect(divergingRamp(2, 3, 3, theme)).toHaveLength(5);
    expect(divergingRamp(0, 1, 3, theme)).toHaveLength(1);
  });

  it('diverge from pale at the target to strong away from it', () => {
    const [strong, , pale, paleToo, , strongToo] = divergingRamp(3, 3, 3, theme).map(lightness);
    const isStronger = (a = 0, b = 0): boolean => (theme === 'light' ? a < b : a > b);

    expect(isStronger(strong, pale)).toBe(true);
    expect(isStronger(strongToo, paleToo)).toBe(true);
  });

  it('tell the statuses apart without hue', () => {
    const all = STATUSES.filter((status) => status !== 'noData').map((status) => lightness(statusColor(status, theme)));

    for (const [i, one] of all.entries()) {
      for (const other of all.slice(i + 1)) {
        expect(Math.abs(one - other)).toBeGreaterThan(0.03);
      }
    }
  });
});

describe('the colours of the statuses', () => {
  it('are the same in the style sheet and on the map', () => {
    const [light = '', dark = ''] = readFileSync(new URL('../styles/base.css', import.meta.url), 'utf8').split(
      '@media (prefers-color',
    );

    for (const status of STATUSES) {
      const name = `--${status.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      expect(light).toContain(`${name}: ${statusColor(status, 'light')};`);
      expect(dark).toContain(`${name}: ${statusColor(status, 'dark')};`);
    }
  });
});
