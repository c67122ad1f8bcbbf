/** The tags of the made-up office. */
export const someTags = [
  { id: 't1', name: 'Insurance', colour: 'blue', contacts: 12 },
  { id: 't2', name: 'New patient', colour: 'green', contacts: 7 },
  { id: 't3', name: 'Recall due', colour: 'orange', contacts: 140 },
] as const
