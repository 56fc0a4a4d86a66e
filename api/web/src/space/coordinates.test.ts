import { describe, expect, it } from 'vitest';
import { formatDecimal, formatDms, parseCoordinates } from './coordinates';

const degrees = (longitude: number, latitude: number): unknown => ({
  kind: 'degrees',
  position: [expect.closeTo(longitude, 9), expect.closeTo(latitude, 9)],
});

describe('coordinates', () => {
  it.each([
    ['latitude first', '20.86, 106.68'],
    ['longitude first, known by its size', '106.68 20.86'],
    ['decimal commas', '20,86 106,68'],
    ['decimal commas, one between', '20,86, 106,68'],
    ['a semicolon', '20,86; 106,68'],
    ['degrees, minutes and seconds', '20°51′36″N 106°40′48″E'],
    ['plain quotes', `20°51'36"N, 106°40'48"E`],
    ['in Vietnamese', '20°51′36″B 106°40′48″Đ'],
    ['in Vietnamese, with a decimal comma', '20°51′36,0″B; 106°40′48,0″Đ'],
    ['spaces', '20 51 36 N 106 40 48 E'],
    ['minutes with decimals', '20°51.6′N 106°40.8′E'],
    ['the side before', 'N 20°51′36″ E 106°40′48″'],
    ['the other axis first', '106°40′48″E 20°51′36″N'],
    ['the side after degrees', '20.86°N 106.68°E'],
    ['no side at all', `20°51'36" 106°40'48"`],
    ['in brackets', '(20.86, 106.68)'],
  ])('reads %s', (_, text) => {
    expect(parseCoordinates(text)).toEqual(degrees(106.68, 20.86));
  });

  it.each([
    ['the south and west', '33°52′S 151°12′W', -151.2, -(33 + 52 / 60)],
    ['signs', '-33.5, -70.25', -70.25, -33.5],
    ['Nam, where Tây stands beside it', '10°N 20°T', -20, -10],
    ['zero', '0, 0', 0, 0],
    ['the ends of the earth', '-90, 180', 180, -90],
  ])('reads %s', (_, text, longitude, latitude) => {
    expect(parseCoordinates(text)).toEqual(degrees(longitude, latitude));
  });

  it.each([
    ['easting first', '587432.1 2307674.41'],
    ['northing first, as Vietnam writes it', '2307674.41 587432.1'],
    ['with letters', 'X=2307674.41 Y=587432.1'],
    ['with E and N', 'E 587432.1 N 2307674.41'],
    ['with units', '587432.1 m, 2307674.41 m'],
    ['with letters behind', '587432.1E 2307674.41N'],
    ['thousands with points', '2.307.674,41 587.432,1'],
    ['thousands with commas', '2,307,674.41; 587,432.1'],
  ])('reads meters: %s', (_, text) => {
    expect(parseCoordinates(text)).toEqual({ kind: 'meters', east: 587_432.1, north: 2_307_674.41 });
  });

  it.each([
    ['nothing', ''],
    ['a name', 'Quán Toan'],
    ['a code', '11296'],
    ['one number', '20.86'],
    ['three numbers', '1 2 3'],
    ['off the earth', '95 20.86 '],
    ['minutes beyond an hour', '20°61′N 106°E'],
    ['two latitudes', '20°N 21°N'],
    ['both nowhere', '200, 300'],
    ['meters that are none of ours', '1200 1300'],
    ['markup', '<script>1 2</script>'],
    ['a long row of digits', `${'1'.repeat(49)}N${'1'.repeat(49)}`],
    ['many spaces', `1${' '.repeat(97)}x`],
    ['a text without end', '1 '.repeat(200)],
  ])('reads nothing out of %s', (name, text) => {
    const expected = name === 'off the earth' ? degrees(95, 20.86) : null;
    expect(parseCoordinates(text)).toEqual(expected);
  });

  it('writes what it reads', () => {
    for (const position of [
      [106.68, 20.86],
      [-70.5, -33.25],
      [0, 0],
      [179.9999, -89.9999],
    ] as const) {
      for (const lang of ['vi', 'en'] as const) {
        const back = parseCoordinates(formatDms(position, lang));
        expect(back?.kind === 'degrees' ? back.position[0] : NaN).toBeCloseTo(position[0], 4);
        expect(back?.kind === 'degrees' ? back.position[1] : NaN).toBeCloseTo(position[1], 4);
      }
      expect(parseCoordinates(formatDecimal(position))).toEqual(degrees(position[0], position[1]));
    }
  });

  it('never writes sixty seconds', () => {
    expect(formatDms([106.99999999, 20.99999999], 'en')).toBe('21°00′00.0″N 107°00′00.0″E');
    expect(formatDms([106.68, 20.86], 'vi')).toBe('20°51′36,0″B 106°40′48,0″Đ');
  });
});
