/** What was measured, what it may be at most, and whether it is. */

export interface Figure {
  value: number
  limit: number
  unit: string
  pass: boolean
  /** What else belongs to it, e.g. the same of an empty page in this run. */
  beside?: Record<string, number | string>
}

export function atMost(value: number, limit: number, unit: string, beside?: Figure['beside']): Figure {
  return { value: rounded(value), limit, unit, pass: value <= limit, ...(beside ? { beside } : {}) }
}

/** The value that 95 of 100 do not exceed. */
export function p95(values: readonly number[]): number {
  return at(values, 0.95)
}

export function median(values: readonly number[]): number {
  return at(values, 0.5)
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Infinity
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
