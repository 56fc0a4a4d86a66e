/** Which links of a bar there is room for; the rest go into the menu at its end. Pure. */

/**
 * The places of the links that are shown, in order. The current one always is, whatever its place: one sees where one
 * is.
 *
 * @param widths what each link takes, in pixels
 * @param room what there is
 * @param menu what the button of the menu takes, which is there when not all fit
 * @param current the place of the current link; -1 without one
 */
export function fitting(widths: readonly number[], room: number, menu: number, current: number): readonly number[] {
  const places = widths.map((_, place) => place);
  if (widths.reduce((sum, width) => sum + width, 0) <= room) {
    return places;
  }
  let left = room - menu - (widths[current] ?? 0);
  const full = places.findIndex((place) => {
    left -= place === current ? 0 : (widths[place] ?? 0);
    return left < 0;
  });
  return places.filter((place) => place === current || place < full);
}
