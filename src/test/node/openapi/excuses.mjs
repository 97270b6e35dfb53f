// Where the vendor's document is wrong, and how we know. An excuse that nothing needs fails the run: none may outlive its
// reason.
export const excuses = [
  {
    name: 'a number as the value of a numeric custom field',
    why: 'NumericField and MonetoryField type it object, with the number 100 as their example',
    matches: ({ side, where, value }) => side === 'request' && (
      (/^body\.customFields\.\d+\.field_value$/.test(where) && typeof value === 'number')
      || (/^body\.customFields\.\d+$/.test(where) && typeof value?.field_value === 'number')),
  },
  {
    name: 'a number or a list as the value of a custom field that is read',
    why: 'CustomFieldSchema types it string; the vendor\'s own webhook example ContactCreate has string, number, array and object',
    matches: ({ side, where, value }) => side === 'response'
      && /\.customFields\.\d+\.value$/.test(where) && (typeof value === 'number' || Array.isArray(value)),
  },
  {
    name: 'a date of birth as text',
    why: 'the write schemas type it object, with the text 1990-09-25 as their example',
    matches: ({ side, where, value }) => side === 'request'
      && where === 'body.dateOfBirth' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  },
  {
    name: '404 for a task or a note that is not there',
    why: 'the document lists no answer for that case; integrators\' code expects 404',
    matches: ({ operation, side, status, where }) => ['get-task', 'get-note'].includes(operation)
      && side === 'response' && status === 404 && where === '',
  },
  {
    name: '201 for a search of tasks',
    why: 'the document lists 200; a live probe that integrators published got 201',
    matches: ({ operation, side, status, where }) => operation === 'task-search'
      && side === 'response' && status === 201 && where === '',
  },
];

/** The excuse for a violation; none when it is one of ours. */
export function excuseFor(violation) {
  return excuses.find(({ matches }) => matches(violation));
}
