import type { Grade, PlaceProblem } from '../../geodata/model/place.ts';
import type { Whereabouts } from '../../geodata/model/record.ts';
import type { AddressState, DecisionOutcomeKind } from '../../geodata/model/review-api.ts';
import type { Box } from './queries.ts';
import type { AreaSight, Sight } from './sight.ts';

interface AddressColumns {
  countyCode: string;
  address: string;
  records: number;
  problem: PlaceProblem | null;
  score: number | null;
}

interface AreaColumns {
  level: string;
  code: string;
  name: string;
}

/** A decision as it is stored, with the area that it names. */
export interface StoredDecision {
  id: number;
  countyCode: string;
  address: string;
  outcome: DecisionOutcomeKind;
  areaId: number | null;
  level: string | null;
  code: string | null;
  name: string | null;
  parentName: string | null;
  lng: number | null;
  lat: number | null;
  reason: string | null;
  alias: string | null;
  decidedAt: Date;
  decidedBy: string;
}

/** What the files about addresses and decisions take and return. */
export interface AddressQueries {
  'addresses/list': {
    params: Sight & { datasetId: number; state: AddressState; limit: number; offset: number };
    row: AddressColumns & { id: string; decisionId: number | null };
  };
  'addresses/total': {
    params: Sight & { datasetId: number; since: Date };
    row: {
      openAddresses: number;
      openRecords: number;
      decidedAddresses: number;
      decidedRecords: number;
      asideAddresses: number;
      asideRecords: number;
      decidedSince: number;
    };
  };
  'addresses/find': { params: Sight & { datasetId: number; id: string }; row: AddressColumns & { keys: string[] } };
  'addresses/list_placed_by': {
    params: { stretch: string };
    row: { countyCode: string; address: string; records: number };
  };
  'addresses/identify': { params: { countyCodes: string[]; addresses: string[] }; row: { id: string } };
  'records/list_at_addresses': {
    params: {
      datasetId: number;
      ids: string[];
      everywhere: boolean;
      afterCounty: string;
      afterKey: string;
      limit: number;
    };
    row: {
      countyCode: string;
      key: string;
      whereabouts: Partial<Whereabouts>;
      placeId: number;
      grade: Grade | null;
      lng: number | null;
      lat: number | null;
    };
  };
  'decisions/list': {
    params: AreaSight & {
      id: number | null;
      countyCode: string | null;
      address: string | null;
      limit: number;
      offset: number;
    };
    row: StoredDecision;
  };
  'decisions/count': { params: AreaSight; row: { total: number } };
  'decisions/list_live': {
    params: Record<never, never>;
    row: { countyCode: string; address: string; areaId: number | null; lng: number | null; lat: number | null };
  };
  'decisions/list_changed': { params: { since: Date }; row: { countyCode: string; address: string } };
  'decisions/insert': {
    params: {
      countyCode: string;
      address: string;
      outcome: DecisionOutcomeKind;
      areaId: number | null;
      lng: number | null;
      lat: number | null;
      reason: string | null;
      alias: string | null;
      now: Date;
      by: string;
    };
    row: { id: number };
  };
  'decisions/undo': { params: { id: number; now: Date; by: string }; row: { id: number } };
  'gazetteer/find_state': { params: Record<never, never>; row: { names: number; decisions: number } };
  'gazetteer/raise': { params: { names: boolean; decisions: boolean }; row: { names: number; decisions: number } };
  'aliases/learn': { params: { areaId: number; alias: string; by: string; now: Date }; row: { areaId: number } };
  'aliases/forget': { params: { areaId: number; alias: string }; row: { areaId: number } };
  'aliases/list_learnt': {
    params: Record<never, never>;
    row: AreaColumns & { parentName: string | null; alias: string; addedBy: string | null; addedAt: Date | null };
  };
  'areas/list_at': { params: { lng: number; lat: number }; row: AreaColumns & { id: number } };
  'areas/list_bounds': {
    params: { areaIds: readonly number[] };
    row: Box & AreaColumns & { id: number; parentName: string | null };
  };
}
