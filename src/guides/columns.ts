/** Rows as aligned lines of text. Numbers stand to the right; a short row lets its last cell run. */
export function columns(
  rows: readonly (readonly string[])[],
  numbers: readonly number[],
): readonly string[] {
  const most = Math.max(...rows.map(({ length }) => length))
  const widths = Array.from({ length: most }, (_, column) =>
    Math.max(
      ...rows.map((row) =>
        row.length < most && column >= row.length - 1 ? 0 : (row[column]?.length ?? 0),
      ),
    ),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return numbers.includes(column) ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
}
