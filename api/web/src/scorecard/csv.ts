/** A table as CSV (RFC 4180) that spreadsheets open as it is meant. Pure. */

/**
 * Rows as CSV: a byte order mark, so that Excel reads Vietnamese; CRLF; a semicolon where the decimal sign is a comma.
 * A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function toCsv(rows: readonly (readonly (string | number | null)[])[], decimalSign: ',' | '.'): string {
  const separator = decimalSign === ',' ? ';' : ',';
  const write = (cell: string | number | null): string => {
    if (cell === null) {
      return '';
    }
    if (typeof cell === 'number') {
      return String(cell).replace('.', decimalSign);
    }
    const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${rows.map((row) => row.map(write).join(separator)).join('\r\n')}\r\n`;
}
