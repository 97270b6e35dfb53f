// Everything that the gateway can be asked for, so that every operation of its client passes the front.
import assert from 'node:assert/strict';
import {
  CONTACT_BY, CONTACTS, CONTACTS_WITH_LISTS, NOTE_BY_ID, SUBMIT_FORM, TASK_BY_ID, WHOLE_CONTACT,
} from './questions.mjs';

const SEEDED = { contact: 'sbxContactAda0000001', business: '5f0a1c2b3d4e5f6a7b8c9d01', user: 'sbxUserMia0000000001' };
const NOBODY = 'aaaaaaaaaaaaaaaaaaaa';

/**
 * @param ask sends a GraphQL document to the gateway; its CRM must know the custom fields of `KINDS_OF_FIELDS`
 * @param orderFault makes the CRM answer one operation wrongly, once
 */
export function storyOf(ask, orderFault) {
  let contactId;
  let taskId;
  let noteId;
  let createdId;

  return {
    async 'a seeded contact with all its lists'() {
      const { contact } = await ask(WHOLE_CONTACT, { id: SEEDED.contact });
      assert.equal(contact.firstName, 'Ada');
      assert.ok(contact.tasks.length > 0 && contact.notes.length > 0 && contact.appointments.length > 0);
      assert.ok(contact.customFields.every(({ name }) => name));
    },
    async 'a contact that is not there'() {
      assert.equal((await ask(WHOLE_CONTACT, { id: NOBODY })).contact, null);
    },
    async 'contactBy e-mail, by phone, and of nobody'() {
      assert.equal((await ask(CONTACT_BY, { email: 'ada.lovell@example.com' })).contactBy.id, SEEDED.contact);
      assert.equal((await ask(CONTACT_BY, { phone: '+12125550101' })).contactBy.id, SEEDED.contact);
      assert.equal((await ask(CONTACT_BY, { email: 'nobody@example.com' })).contactBy, null);
    },
    async 'the plain list, its next page, and what a query finds in it'() {
      const first = (await ask(CONTACTS, { first: 3 })).contacts;
      const second = (await ask(CONTACTS, { first: 3, after: first.pageInfo.endCursor })).contacts;
      assert.equal(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size, 6);
      assert.ok((await ask(CONTACTS, { first: 3, filter: { query: 'lovell' } })).contacts.nodes.length > 0);
      assert.equal((await ask(CONTACTS_WITH_LISTS)).contacts.nodes.length, 3);
    },
    async 'the list of a business, and its next page'() {
      const filter = { businessId: SEEDED.business };
      const first = (await ask(CONTACTS, { first: 1, filter })).contacts;
      const second = (await ask(CONTACTS, { first: 1, after: first.pageInfo.endCursor, filter: { ...filter, query: 'whitfield' } })).contacts;
      assert.notEqual(first.nodes[0].id, second.nodes[0].id);
    },
    async 'the search with every filter, in every order, and its next page'() {
      const filters = [
        { email: 'ada.lovell@example.com' }, { phone: '+12125550101' }, { tags: ['web lead', 'kitchen'] },
        { assignedTo: SEEDED.user }, { source: 'website form' },
        { addedAfter: '2026-01-01T00:00:00Z', addedBefore: '2027-01-01T00:00:00Z' }, { query: 'ada', tags: ['kitchen'] },
      ];
      for (const filter of filters) {
        const found = (await ask(CONTACTS, { filter })).contacts.nodes.map(({ id }) => id);
        assert.ok(found.includes(SEEDED.contact), JSON.stringify(filter));
      }
      for (const field of ['DATE_ADDED', 'DATE_UPDATED', 'FIRST_NAME', 'LAST_NAME', 'EMAIL', 'SOURCE']) {
        const order = { first: 2, orderBy: { field, direction: 'ASC' } };
        const { endCursor } = (await ask(CONTACTS, order)).contacts.pageInfo;
        assert.equal((await ask(CONTACTS, { ...order, after: endCursor })).contacts.nodes.length, 2);
      }
    },
    async 'UPSERT of somebody new, with every field, tags, a task and a note'() {
      const { submission, tasks, notes, tags } = await submitted({
        contact: { ...PERSON, gender: 'female', companyName: 'Analytical Kitchens', customFields: VALUES },
        tags: ['Web Lead', 'spring offer'],
        tasks: { title: 'Call back', body: 'About the oak', dueDate: '2027-01-31T09:00:00+01:00', assignedTo: SEEDED.user },
        notes: { body: 'Wants oak', title: 'Wishes', color: '#FFAA00', pinned: true, userId: SEEDED.user },
      });
      assert.equal(submission.contactOutcome, 'CREATED');
      assert.deepEqual(tags, ['web lead', 'spring offer']);
      contactId = submission.contactId;
      taskId = tasks[0].id;
      noteId = notes[0].id;
      const { contact } = await ask(WHOLE_CONTACT, { id: contactId });
      assert.equal(contact.customFields.length, VALUES.length);
      assert.equal(contact.dndSettings.length, 6);
    },
    async 'UPSERT of somebody known'() {
      const { submission } = await submitted({ contact: { email: PERSON.email, lastName: 'Byron' } });
      assert.equal(submission.contactOutcome, 'UPDATED');
      assert.equal(submission.contactId, contactId);
    },
    async 'CREATE_ONLY of somebody new'() {
      const { submission } = await submitted(
        { contactPolicy: 'CREATE_ONLY', contact: { ...PERSON, email: 'new@example.com', phone: '+12125550197', customFields: VALUES } });
      assert.equal(submission.contactOutcome, 'CREATED');
      createdId = submission.contactId;
    },
    async 'CREATE_ONLY of somebody known is refused'() {
      const { step } = await refused({ contactPolicy: 'CREATE_ONLY', contact: { email: PERSON.email } });
      assert.equal(step.error.code, 'DUPLICATE_CONTACT');
    },
    async 'UPDATE_ONLY by id, by e-mail and by phone'() {
      for (const match of [{ id: contactId }, { email: PERSON.email }, { phone: PERSON.phone }]) {
        const { submission } = await submitted(
          { contactPolicy: 'UPDATE_ONLY', match, contact: { ...PERSON, city: 'Boston', customFields: VALUES } });
        assert.equal(submission.contactOutcome, 'UPDATED');
      }
    },
    async 'UPDATE_ONLY of nobody is refused'() {
      for (const match of [{ id: NOBODY }, { email: 'nobody@example.com' }]) {
        const { step } = await refused({ contactPolicy: 'UPDATE_ONLY', match, contact: { city: 'Boston' } });
        assert.equal(step.error.code, 'CONTACT_NOT_FOUND');
      }
    },
    async 'fields are cleared with null by UPDATE_ONLY'() {
      const contact = Object.fromEntries(CLEARABLE.map((field) => [field, null]));
      await submitted({ contactPolicy: 'UPDATE_ONLY', match: { id: contactId }, contact });
      const cleared = (await ask(WHOLE_CONTACT, { id: contactId })).contact;
      assert.deepEqual(CLEARABLE.filter((field) => cleared[field] !== null), []);
    },
    async 'fields are cleared with null by UPSERT'() {
      const fields = [...CLEARABLE.filter((field) => !['phone', 'source', 'assignedTo'].includes(field)), 'companyName'];
      const contact = Object.fromEntries(fields.map((field) => [field, null]));
      await submitted({ contact: { ...PERSON, companyName: 'Analytical Kitchens' } });
      await submitted({ contact: { ...contact, email: PERSON.email } });
      const cleared = (await ask(WHOLE_CONTACT, { id: contactId })).contact;
      assert.deepEqual(fields.filter((field) => cleared[field] !== null), []);
      assert.equal(cleared.phone, '+12125550196');
    },
    async 'custom fields are cleared'() {
      const customFields = VALUES.map(({ key }) => ({ key }));
      await submitted({ contactPolicy: 'UPDATE_ONLY', match: { id: contactId }, contact: { customFields } });
      assert.deepEqual((await ask(WHOLE_CONTACT, { id: contactId })).contact.customFields, []);
    },
    async 'a task is read, changed, completed and opened again'() {
      assert.equal((await ask(TASK_BY_ID, { contactId, id: taskId })).task.title, 'Call back');
      await submitted({
        match: { id: contactId },
        updateTasks: { id: taskId, title: 'Call back soon', body: 'About the walnut', dueDate: '2027-02-01T09:00:00Z', assignedTo: SEEDED.user },
      });
      for (const completed of [true, false]) {
        const { tasks } = await submitted({ match: { id: contactId }, updateTasks: { id: taskId, completed } });
        assert.deepEqual(tasks, [{ id: taskId, title: 'Call back soon', completed }]);
      }
    },
    async 'a note is read and changed'() {
      assert.match((await ask(NOTE_BY_ID, { contactId, id: noteId })).note.body, /^Wants oak\nref [A-Z2-7]{16}$/);
      const { notes } = await submitted({
        match: { id: contactId },
        updateNotes: { id: noteId, body: 'Wants walnut', title: 'Wish', color: '#00AAFF', pinned: false, userId: SEEDED.user },
      });
      assert.equal(notes[0].body, 'Wants walnut');
    },
    async 'a task and a note that are not there'() {
      assert.equal((await ask(TASK_BY_ID, { contactId, id: NOBODY })).task, null);
      assert.equal((await ask(NOTE_BY_ID, { contactId, id: NOBODY })).note, null);
    },
    async 'tags, a task and a note are taken away'() {
      const { tags } = await submitted({
        match: { id: contactId },
        remove: { tags: ['spring offer'], taskIds: [taskId], noteIds: [noteId] },
      });
      assert.deepEqual(tags, ['web lead']);
    },
    async 'a body that the CRM refuses'() {
      await orderFault({ operation: 'upsert-contact', status: 422, body: UNPROCESSABLE });
      const { step } = await refused({ contact: { email: PERSON.email } });
      assert.equal(step.error.upstreamStatus, 422);
    },
    async 'contacts are deleted'() {
      for (const deleteContactId of [contactId, createdId]) {
        const { submission } = await submitted({ deleteContactId });
        assert.equal(submission.contactOutcome, 'DELETED');
        assert.equal((await ask(WHOLE_CONTACT, { id: deleteContactId })).contact, null);
      }
    },
  };

  async function submitted(input) {
    const payload = await submit(input);
    assert.equal(payload.submission.status, 'DONE', JSON.stringify(payload.submission));
    return payload;
  }

  async function refused(input) {
    const { submission } = await submit(input);
    const step = submission.steps.find(({ status }) => status === 'REFUSED');
    assert.ok(step, JSON.stringify(submission));
    return { step };
  }

  async function submit(input) {
    const { submitForm } = await ask(SUBMIT_FORM, { input });
    assert.deepEqual(submitForm.userErrors, []);
    return submitForm;
  }
}

const PERSON = {
  firstName: 'Ada', lastName: 'King', email: 'ada.king@example.com', phone: '(212) 555-0196', address1: '12 Square', city: 'New York',
  state: 'NY', postalCode: '10001', country: 'US', website: 'https://king.example', timezone: 'America/New_York',
  source: 'conformance', assignedTo: SEEDED.user, dateOfBirth: '1990-12-10', dnd: false,
  dndSettings: ['CALL', 'EMAIL', 'SMS', 'WHATSAPP', 'GMB', 'FB'].map((channel, nth) => ({ channel, active: nth % 2 === 0 })),
};

/** What the vendor says of a field it does not know; the gateway's own checks let nothing through that it would say this of. */
const UNPROCESSABLE = { statusCode: 422, message: ['property shoeSize should not exist'], error: 'Unprocessable Entity' };

const CLEARABLE = [
  'firstName', 'lastName', 'phone', 'address1', 'city', 'state', 'website', 'timezone', 'source', 'assignedTo', 'dateOfBirth',
];

/** A custom field of each kind that a form can fill in. */
export const KINDS_OF_FIELDS = [
  ['text', 'TEXT'], ['large_text', 'LARGE_TEXT'], ['number', 'NUMERICAL'], ['money', 'MONETORY'], ['day', 'DATE'], ['phone', 'PHONE'],
  ['choice', 'SINGLE_OPTIONS', ['red', 'blue']], ['radio', 'RADIO', ['red', 'blue']],
  ['checkbox', 'CHECKBOX', ['red', 'blue']], ['several', 'MULTIPLE_OPTIONS', ['red', 'blue']],
].map(([key, dataType, picklistOptions]) => ({ id: key.padEnd(20, '0'), name: key, fieldKey: `contact.${key}`, dataType, picklistOptions }));

const VALUES = [
  { key: 'text', value: 'oak' }, { key: 'large_text', value: 'oak\nand walnut' }, { key: 'number', value: '42' },
  { key: 'money', value: '1250.50' }, { key: 'day', value: '2027-02-01' }, { key: 'phone', value: '+12125550198' },
  { key: 'choice', value: 'red' }, { key: 'radio', value: 'blue' }, { key: 'checkbox', values: ['red', 'blue'] },
  { key: 'several', values: ['red'] },
];
