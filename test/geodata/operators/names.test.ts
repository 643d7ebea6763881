import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../../geodata/operators/edit-distance.ts';
import { isCompanyName } from '../../../geodata/operators/is-company-name.ts';
import { isPlaceholder } from '../../../geodata/operators/is-placeholder.ts';
import { normaliseOperator } from '../../../geodata/operators/normalise-operator.ts';
import { plainName } from '../../../geodata/operators/plain-name.ts';
import { splitAgent } from '../../../geodata/operators/split-agent.ts';
import { splitJointVenture } from '../../../geodata/operators/split-joint-venture.ts';

describe('a name in plain', () => {
  test.each([
    ['Legacy South Builders, LLC', 'LEGACY SOUTH BUILDERS LLC'],
    ["TINY'S CONSTRUCTION, LLC", 'TINYS CONSTRUCTION LLC'],
    ['R & R Plumbing', 'R&R PLUMBING'],
    ['ＡＢＣ建设（常熟）有限公司', 'abc建设(常熟)有限公司'],
    ['范 某', '范某'],
    ['José Núñez', 'JOSE NUNEZ'],
  ])('%s is %s', (left, right) => expect(plainName(left)).toBe(plainName(right)));

  test('is not the same for two people', () => expect(plainName('范某')).not.toBe(plainName('范某某')));

  test('is plain already, whatever the name', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => plainName(plainName(name)) === plainName(name))));
});

describe('the parts of a name', () => {
  test.each([
    ['常熟建工有限公司', '常熟建工', '有限公司', ''],
    ['常熟建工有限责任公司', '常熟建工', '有限责任公司', ''],
    ['人保财险股份有限公司(常熟)', '人保财险', '股份有限公司', '常熟'],
    ['人保财险(常熟)支公司', '人保财险', '支公司', '常熟'],
    ['AVENUE CONSTRUCTION, LLC', 'avenue construction', 'llc', ''],
    ['WINNERS GROUP INC, THE', 'winners group', 'inc the', ''],
    ['Citibank, N.A.', 'citibank', 'n a', ''],
    ['A.L. SALAZAR CONST., INC.', 'al salazar construction', 'inc', ''],
    ['Debusk Electric, Inc. (main)', 'debusk electric', 'inc', 'main'],
    ['Inc', 'inc', '', ''],
  ])('%s', (name, core, form, branch) => expect(normaliseOperator(name)).toMatchObject({ core, form, branch }));

  test('a former name is read as far as it is written', () => {
    const { core, former } = normaliseOperator('M3 KONSTRACT CORPORATION (FORMERLY:MARGARITA CONSTRUCTION)');
    expect([core, former]).toEqual(['m3 konstract', 'margarita construction']);
    expect(normaliseOperator('LLABAN CONSTRUCTION & SUPPLY (FORMERLY: LLABAN CON').former).toBe('llaban con');
  });

  test('a name that has letters keeps a core', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const { core, plain } = normaliseOperator(name);
        return plain === '' || core !== '' || normaliseOperator(plain).core !== '';
      }),
    ));
});

test.each([
  ['SELF', true],
  ['SELF CONTRACTOR Residential (SEE APPLICANT INFORMATION)', true],
  ['Homeowner', true],
  ['Tommy Moore(Owner)', true],
  ['N/A', true],
  ['-', true],
  ['0', true],
  ['本 人', true],
  ['张三（户主）', true],
  ['无', true],
  ['无锡建工', false],
  ['Self Reliant Solar', false],
  ['Allinone Foundation Repair', false],
  ['NA Builders', false],
  ['范某', false],
  ['007', false],
  ['Owner Builders LLC', false],
])('%s names nobody: %s', (name, nobody) => expect(isPlaceholder(name)).toBe(nobody));

test.each([
  ['duane cuthbertson', false],
  ['范某某', false],
  ['常熟建工有限公司', true],
  ['虞山装修队工作室', true],
  ['Jackson Builders', true],
  ['ZMX INC', true],
])('%s is surely a company: %s', (name, company) => expect(isCompanyName(name)).toBe(company));

test.each([
  ['Daniel Ramsey, Evenaire, LLC', 'Daniel Ramsey', 'Evenaire, LLC'],
  ['William B. Crist, Jr., IES Residential, Inc.', 'William B. Crist, Jr.', 'IES Residential, Inc.'],
  ['Robert Christianson,', null, 'Robert Christianson'],
  ['D R Horton Homes', null, 'D R Horton Homes'],
  ['Newmark Home Corporation, L.P.', null, 'Newmark Home Corporation, L.P.'],
  ['Mainstreet Homes, LTD Main', null, 'Mainstreet Homes, LTD Main'],
  ['Milburn, Bill', null, 'Milburn, Bill'],
  ['Cory Canada, Owner', 'Cory Canada', 'Owner'],
])('%s is signed by %s for %s', (text, agent, company) => expect(splitAgent(text)).toEqual({ agent, company }));

test.each([
  ['TCSC CORP. / EFREN RAMIREZ CONSTRUCTION', ['TCSC CORP.', 'EFREN RAMIREZ CONSTRUCTION']],
  ['Alpha Builders JV Beta Construction', ['Alpha Builders', 'Beta Construction']],
  ['常熟建工、虞山路桥联合体', ['常熟建工', '虞山路桥']],
  ['Larry Susen A/C Service', null],
  ['BJI, Inc. / Dba B.J. Electric Company', null],
  ['JV CONSTECH', null],
  ['常熟建工', null],
])('%s has the members %j', (name, members) => expect(splitJointVenture(name)).toEqual(members));

test('the distance of two texts is the same both ways, and zero for the same', () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(editDistance(a, b, 12)).toBe(editDistance(b, a, 12));
      expect(editDistance(a, b, 12) === 0).toBe(a === b);
      expect(editDistance(a, b, 2)).toBe(Math.min(editDistance(a, b, 12), 3));
    }),
  ));
