import { createHash } from 'node:crypto';
import type { Dataset } from '../../geodata/model/dataset.ts';
import {
  type JointVenture,
  type OperatorProposal,
  type OperatorProposals,
  PROPOSAL_KINDS,
  type ProposalKind,
  type ProposalsQuery,
} from '../../geodata/model/operator-api.ts';
import type { Profile } from '../../geodata/model/tier.ts';
import { normaliseOperator } from '../../geodata/operators/normalise-operator.ts';
import { type MergeProposal, proposeMerges } from '../../geodata/operators/propose-merges.ts';
import { resolveDecisions } from '../../geodata/operators/resolve-decisions.ts';
import { splitJointVenture } from '../../geodata/operators/split-joint-venture.ts';
import type { View } from '../access/view.ts';
import type { DecisionRow } from '../db/operator-queries.ts';
import { sql } from '../db/sql.ts';
import { effectLevel } from './effect-level.ts';
import { type Effect, measureEffects } from './measure-effects.ts';

export interface FindProposalsInput {
  readonly datasetId: number;
  readonly dataset: Dataset;
  readonly profile: Profile;
  readonly query: Pick<ProposalsQuery, 'kind' | 'offset' | 'limit'>;
}

const LIMIT = 50;
const SHOWN_NAMELESS = 50;
const SHOWN_VENTURES = 50;
const NO_EFFECT: Effect = { sharedAreas: 0, sharedAreaNames: [], changedAreas: 0, effects: [] };

/**
 * What is left to decide about the names of a dataset: a page of proposals with what each would change, the names that name nobody,
 * and joint ventures. What was decided is not proposed again; what was put off comes last.
 */
export async function findProposals(view: View, input: FindProposalsInput): Promise<OperatorProposals> {
  const { datasetId, dataset, profile, query } = input;
  const rows = await sql(view.db, 'operators/count_records', { ...view.sight, datasetId });
  const decisions = await sql(view.db, 'operator_decisions/list', { datasetId, undoneToo: false });
  const standingOf = resolveDecisions(decisions);
  const named = rows.filter(({ namesNobody }) => !namesNobody);
  const records = new Map(rows.map((row) => [row.name, row.records]));
  const recordsOf = (names: readonly string[]) => names.reduce((sum, name) => sum + (records.get(name) ?? 0), 0);
  const isOpen = openAmong(decisions, (name) => standingOf(name).countsAs);
  const open = proposeMerges(named)
    .filter(({ names }) => isOpen(names))
    .map((proposal) => ({ ...proposal, records: recordsOf(proposal.names), held: isHeld(decisions, proposal) }))
    .sort((a, b) => Number(a.held) - Number(b.held) || rank(a.kind) - rank(b.kind) || b.records - a.records);
  const asked = query.kind === undefined ? open : open.filter(({ kind }) => kind === query.kind);
  const { offset = 0, limit = LIMIT } = query;
  const page = asked.slice(offset, offset + limit);
  const counted = new Map(rows.map(({ id, name, countsAsId }) => [name, countsAsId ?? id]));
  const names = new Map(
    (await sql(view.db, 'operators/list_standing', { datasetId })).map(({ id, name }) => [id, name]),
  );
  const level = await effectLevel(view, datasetId);
  const groups = page.map(({ names }) => [...new Set(names.map((name) => counted.get(name) as number))]);
  const operatorNames = (id: number) => names.get(id) ?? '';
  const effects =
    level === null || page.length === 0
      ? []
      : await measureEffects(view, { datasetId, dataset, level, profile, operatorNames, groups });
  const nameless = rows.filter(({ namesNobody }) => namesNobody);
  const ventures = rows.filter(({ name }) => splitJointVenture(name) !== null);
  const said = new Set(decisions.filter(({ verdict }) => verdict === 'nobody').flatMap(({ names }) => names));
  return {
    level,
    names: rows.length,
    records: rows.reduce((sum, row) => sum + row.records, 0),
    open: asked.length,
    openByKind: countKinds(open),
    decided: decisions.filter(({ verdict }) => verdict === 'merge' || verdict === 'separate').length,
    proposals: page.map(
      (proposal, i): OperatorProposal => ({
        id: idOf(proposal.names),
        kind: proposal.kind,
        names: proposal.names.map((name) => describe(name, records.get(name) ?? 0)),
        records: proposal.records,
        held: proposal.held,
        ...(effects[i] ?? NO_EFFECT),
      }),
    ),
    nameless: nameless
      .slice(0, SHOWN_NAMELESS)
      .map(({ name, records }) => ({ name, records, decided: said.has(name) })),
    jointVentures: ventures.length,
    firstJointVentures: describeVentures(ventures.slice(0, SHOWN_VENTURES), named, (name) => standingOf(name).countsAs),
  };
}

/** Whether something about the names is left to decide: they do not all count as one already, and nobody said they are apart. */
function openAmong(decisions: readonly DecisionRow[], countsAs: (name: string) => string) {
  const apart = new Map<string, Set<string>[]>();
  for (const { names, verdict } of decisions) {
    if (verdict !== 'separate') continue;
    const together = new Set(names);
    for (const name of names) apart.set(name, [...(apart.get(name) ?? []), together]);
  }
  return (names: readonly string[]): boolean => {
    if (new Set(names.map(countsAs)).size < 2) return false;
    const [first = ''] = names;
    return !(apart.get(first) ?? []).some((together) => names.every((name) => together.has(name)));
  };
}

const isHeld = (decisions: readonly DecisionRow[], { names }: MergeProposal): boolean =>
  decisions.some((decision) => decision.verdict === 'hold' && names.every((name) => decision.names.includes(name)));

const rank = (kind: ProposalKind): number => PROPOSAL_KINDS.indexOf(kind);

function countKinds(proposals: readonly MergeProposal[]): Partial<Record<ProposalKind, number>> {
  const counts: Partial<Record<ProposalKind, number>> = {};
  for (const { kind } of proposals) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function describe(name: string, records: number) {
  const { core, form, branch, former } = normaliseOperator(name);
  return { name, records, core, form, branch, former };
}

function describeVentures(
  ventures: readonly { readonly name: string; readonly records: number }[],
  named: readonly { readonly name: string }[],
  countsAs: (name: string) => string,
): JointVenture[] {
  const byCore = new Map<string, string>();
  if (ventures.length > 0) {
    for (const { name } of named) {
      const { core } = normaliseOperator(name);
      if (splitJointVenture(name) === null && !byCore.has(core)) byCore.set(core, name);
    }
  }
  return ventures.map(({ name, records }) => ({
    name,
    records,
    members: (splitJointVenture(name) ?? []).map((member) => ({
      name: member,
      operator: byCore.get(normaliseOperator(member).core) ?? null,
    })),
    countsAs: countsAs(name) === name ? null : countsAs(name),
  }));
}

const idOf = (names: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([...names].sort()))
    .digest('hex')
    .slice(0, 16);
