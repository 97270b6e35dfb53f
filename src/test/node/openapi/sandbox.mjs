// What the sandbox's control API does behind the back of gateway and front.
import { KINDS_OF_FIELDS } from './story.mjs';

const MAIN_LOCATION = 'sbxMainLocation00001';

export function sandboxAt(address) {
  const location = `/locations/${MAIN_LOCATION}`;

  return {
    /** Fields of every kind, lists that see writes at once, and no quota: none of these is what is judged here. */
    async prepareLocation() {
      const { customFields } = (await control('GET', location)).location;
      await control('PATCH', location, { searchLagMs: 0, burst: 10_000, customFields: [...customFields, ...KINDS_OF_FIELDS] });
    },
    async orderFault(fault) {
      await control('POST', '/faults', { locationId: MAIN_LOCATION, ...fault });
    },
  };

  async function control(method, path, body) {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${address}/_control${path}`, { method, headers, body: body && JSON.stringify(body) });
    if (!answer.ok) {
      throw new Error(`${method} ${path} of the sandbox's control: ${answer.status} ${await answer.text()}`);
    }
    return answer.json();
  }
}
