import { expect, test } from 'vitest';
import { readMapping } from '../../../geodata/datasets/read-mapping.ts';
import { writeMapping } from '../../../geodata/datasets/write-mapping.ts';
import { createEntryReader } from '../../../geodata/intake/create-entry-reader.ts';

const MAPPING = { id: 'permits', key: ['id'], operator: 'owner', place: { areaCode: 'zip', level: 'zip' } };
const read = (mapping: object, owner: string) => {
  const { operator, fields } = createEntryReader(readMapping({ ...MAPPING, ...mapping })).read({
    line: 2,
    text: '',
    fields: { id: '1', owner, zip: '78701' },
  }) as { operator: string | null; fields: object };
  return { operator, fields };
};

test('of “Agent, COMPANY” the company is the operator, and the agent is kept beside it', () => {
  expect(read({ operatorForm: 'agent-company' }, 'Daniel Ramsey, Evenaire, LLC')).toEqual({
    operator: 'Evenaire, LLC',
    fields: { agent: 'Daniel Ramsey' },
  });
  expect(read({ operatorForm: 'agent-company' }, 'D R Horton Homes')).toEqual({
    operator: 'D R Horton Homes',
    fields: {},
  });
});

test('without being told so, a comma is part of the name', () =>
  expect(read({}, 'Daniel Ramsey, Evenaire, LLC')).toEqual({ operator: 'Daniel Ramsey, Evenaire, LLC', fields: {} }));

test('the agent is a person: masked by default, and declared once however often the mapping is written and read', () => {
  const dataset = readMapping({ ...MAPPING, operatorForm: 'agent-company' });
  expect(dataset.fields).toMatchObject([{ id: 'agent', column: 'owner', sensitivity: 2 }]);
  expect(readMapping(writeMapping(dataset))).toEqual(dataset);
});
