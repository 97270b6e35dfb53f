// The vendor's own SDK against the sandbox: a contact's life, every answer checked.
// usage: node sdk.mjs <address of the sandbox>
import assert from 'node:assert/strict';
import { HighLevel } from '@gohighlevel/api-client';
import { tell } from './steps.mjs';

const sandbox = process.argv[2];
const { location, token } = await freshLocation();
const locationId = location.id;
const sdk = new HighLevel({ privateIntegrationToken: token, logLevel: 'none' });
// The SDK's address is a constant; its axios instance is the only place where another one can be said.
sdk.getHttpClient().defaults.baseURL = sandbox;
const { contacts } = sdk;

let contactId;
let taskId;
let noteId;

const passed = await tell({
  async 'createContact makes a contact'() {
    const { contact } = await contacts.createContact({
      locationId, firstName: 'Ida', lastName: 'Rhodes', email: 'ida.rhodes@example.com', phone: '+12125550190', tags: ['First Lead'],
    });
    contactId = contact.id;
    assert.ok(contactId);
    assert.equal(contact.locationId, locationId);
    assert.equal(contact.email, 'ida.rhodes@example.com');
    assert.deepEqual(contact.tags, ['first lead']);
  },
  async 'createContact refuses the same person again'() {
    const refusal = await refused(contacts.createContact({ locationId, email: 'ida.rhodes@example.com' }), 400);
    assert.equal(refusal.meta.contactId, contactId);
    assert.equal(refusal.meta.matchingField, 'email');
  },
  async 'getContact gives it back'() {
    const { contact } = await contacts.getContact({ contactId });
    assert.equal(contact.firstName, 'Ida');
    assert.equal(contact.phone, '+12125550190');
  },
  async 'updateContact changes it'() {
    const { succeded, contact } = await contacts.updateContact({ contactId }, { city: 'New York', customFields: [] });
    assert.equal(succeded, true);
    assert.equal(contact.city, 'New York');
    assert.equal(contact.lastName, 'Rhodes');
  },
  async 'addTags adds to the tags'() {
    const { tags, tagsAdded } = await contacts.addTags({ contactId }, { tags: ['VIP', 'first lead'] });
    assert.deepEqual(tags, ['first lead', 'vip']);
    assert.deepEqual(tagsAdded, ['vip']);
  },
  async 'removeTags leaves the others'() {
    const { tags, tagsRemoved } = await contacts.removeTags({ contactId }, { tags: ['first lead'] });
    assert.deepEqual(tags, ['vip']);
    assert.deepEqual(tagsRemoved, ['first lead']);
  },
  async 'createTask, updateTask, updateTaskCompleted and getTask agree'() {
    const created = await contacts.createTask(
      { contactId }, { title: 'Call Ida', body: 'About the quote', dueDate: '2027-01-31T09:00:00Z', completed: false });
    taskId = created.task.id;
    assert.equal(created.task.dueDate, '2027-01-31T09:00:00.000Z');
    const updated = await contacts.updateTask({ contactId, taskId }, { title: 'Call Ida back' });
    assert.equal(updated.task.title, 'Call Ida back');
    const completed = await contacts.updateTaskCompleted({ contactId, taskId }, { completed: true });
    assert.equal(completed.task.completed, true);
    assert.deepEqual((await contacts.getTask({ contactId, taskId })).task, completed.task);
  },
  async 'createNote, updateNote and getNote agree'() {
    const created = await contacts.createNote({ contactId }, { body: 'Prefers mornings' });
    noteId = created.note.id;
    const updated = await contacts.updateNote({ contactId, id: noteId }, { body: 'Prefers evenings' });
    assert.equal(updated.note.body, 'Prefers evenings');
    assert.deepEqual((await contacts.getNote({ contactId, id: noteId })).note, updated.note);
  },
  async 'the lists of a contact hold what was made'() {
    assert.deepEqual(ids((await contacts.getAllTasks({ contactId })).tasks), [taskId]);
    assert.deepEqual(ids((await contacts.getAllNotes({ contactId })).notes), [noteId]);
    assert.deepEqual((await contacts.getAppointmentsForContact({ contactId })).events, []);
  },
  async 'getContacts lists it and getDuplicateContact finds it'() {
    const listed = await contacts.getContacts({ locationId, limit: 10 });
    assert.deepEqual(ids(listed.contacts), [contactId]);
    assert.equal(listed.count, 1);
    const { contact } = await contacts.getDuplicateContact({ locationId, number: '+12125550190' });
    assert.equal(contact.id, contactId);
  },
  async 'searchContactsAdvanced finds it'() {
    const filters = [{ field: 'tags', operator: 'contains', value: 'vip' }];
    const found = await contacts.searchContactsAdvanced({ locationId, page: 1, pageLimit: 5, filters });
    assert.deepEqual(ids(found.contacts), [contactId]);
    assert.equal(found.total, 1);
  },
  async 'upsertContact updates who is known and creates who is not'() {
    const known = await contacts.upsertContact({ locationId, email: 'ida.rhodes@example.com', city: 'Boston' });
    assert.equal(known.new, false);
    assert.equal(known.contact.id, contactId);
    assert.equal(known.contact.city, 'Boston');
    const unknown = await contacts.upsertContact({ locationId, email: 'jean.bartik@example.com' });
    assert.equal(unknown.new, true);
    assert.notEqual(unknown.contact.id, contactId);
  },
  async 'deleteTask, deleteNote and deleteContact take it away'() {
    assert.equal((await contacts.deleteTask({ contactId, taskId })).succeded, true);
    assert.equal((await contacts.deleteNote({ contactId, id: noteId })).succeded, true);
    assert.equal((await contacts.deleteContact({ contactId })).succeded, true);
    const refusal = await refused(contacts.getContact({ contactId }), 400);
    assert.equal(refusal.message, `Contact not found for id:${contactId}`);
  },
});
process.exit(passed ? 0 : 1);

async function freshLocation() {
  const answer = await fetch(`${sandbox}/_control/locations`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ searchLagMs: 0 }),
  });
  assert.equal(answer.status, 201);
  return answer.json();
}

async function refused(call, status) {
  const failure = await call.then(() => assert.fail(`expected ${status}`), (error) => error);
  assert.equal(failure.statusCode, status);
  return failure.response;
}

function ids(records) {
  return records.map(({ id }) => id);
}
