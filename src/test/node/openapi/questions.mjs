// The GraphQL documents that the story asks with.
const CONTACT = `
  fragment ContactFields on Contact {
    id name firstName lastName email phone companyName address1 city state postalCode country website timezone type source
    assignedTo businessId dateOfBirth dnd dateAdded dateUpdated tags followers additionalEmails additionalPhones
    dndSettings { channel status } customFields { id key name values }
  }`;
const TASK = 'fragment TaskFields on Task { id contactId title body dueDate completed assignedTo }';
const NOTE = 'fragment NoteFields on Note { id contactId body title color pinned userId dateAdded }';

export const WHOLE_CONTACT = `
  query ($id: ID!) {
    contact(id: $id) {
      ...ContactFields
      tasks { ...TaskFields }
      notes { ...NoteFields }
      appointments { id title startTime endTime startsAt endsAt }
    }
  } ${CONTACT} ${TASK} ${NOTE}`;

export const CONTACT_BY = `
  query ($email: String, $phone: String) { contactBy(email: $email, phone: $phone) { ...ContactFields } } ${CONTACT}`;

export const CONTACTS = `
  query ($first: Int, $after: String, $filter: ContactFilter, $orderBy: ContactOrder) {
    contacts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes { ...ContactFields }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  } ${CONTACT}`;

export const CONTACTS_WITH_LISTS = `
  { contacts(first: 3) { nodes { id tasks { id } notes { id } appointments { id } } } }`;

export const TASK_BY_ID = `query ($contactId: ID!, $id: ID!) { task(contactId: $contactId, id: $id) { ...TaskFields } } ${TASK}`;
export const NOTE_BY_ID = `query ($contactId: ID!, $id: ID!) { note(contactId: $contactId, id: $id) { ...NoteFields } } ${NOTE}`;

export const SUBMIT_FORM = `
  mutation ($input: SubmitFormInput!) {
    submitForm(input: $input) {
      submission {
        status contactOutcome contactId
        steps { kind status resultId error { code message upstreamStatus } }
        warnings { code }
      }
      contact { id dateOfBirth }
      tasks { id title completed }
      notes { id body }
      tags
      userErrors { code message path }
    }
  }`;
