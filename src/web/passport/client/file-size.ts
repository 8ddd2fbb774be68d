/** How large a file is, as people read it. @param bytes its size */
export function sizeOf(bytes: number, language: string): string {
  const [unit, amount] = bytes < 1024 * 1024 ? ["kilobyte", Math.max(bytes / 1024, 1)] : ["megabyte", bytes / 1024 / 1024];
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: unit === "kilobyte" ? 0 : 1 }).format(amount);
}
