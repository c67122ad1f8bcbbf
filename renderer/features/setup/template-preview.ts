/** The fields a text can carry, in the order they are offered. */
export const templateFields = ['business', 'caller', 'line', 'bookingLink'] as const
export type TemplateField = (typeof templateFields)[number]

/** Fills a template as the engine will, well enough to judge it: unknown fields stay as they are written. */
export function fillTemplate(template: string, values: Record<TemplateField, string>): string {
  const known = new Map<string, string>(Object.entries(values))
  return template
    .replaceAll(/\{(\w+)\}/g, (field, name: string) => known.get(name) ?? field)
    .replaceAll(/[ \t]{2,}/g, ' ')
    .trim()
}
