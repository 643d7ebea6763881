import type { AreaScope, Role } from '../../geodata/model/account.ts';
import type { Area } from '../../geodata/model/area.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import type { StoredState } from '../../geodata/model/import-report.ts';
import type { Cell, Grade } from '../../geodata/model/place.ts';
import type { Whereabouts } from '../../geodata/model/record.ts';
import type { Tier } from '../../geodata/model/tier.ts';
import type { AuditEntry } from '../../geodata/model/trace.ts';
import type { AddressQueries } from './address-queries.ts';
import type { AreaQueries } from './area-queries.ts';
import type { BinaryArray } from './binary-array.ts';
import type { GazetteerQueries } from './gazetteer-queries.ts';
import type { OperatorQueries } from './operator-queries.ts';
import type { RunQueries } from './run-queries.ts';
import type { AreaSight, DatasetSight, Sight } from './sight.ts';

/** Bounds of a period as SQL takes them: `-infinity` and `infinity` where open; `undated` when open at both ends. */
export interface Span {
  readonly from: string;
  readonly until: string;
  readonly undated: boolean;
}

/** Degrees; null where there is nothing to bound. */
export interface Box {
  west: number | null;
  south: number | null;
  east: number | null;
  north: number | null;
}

interface OperatorColumns {
  records: number;
  setAside: number;
  amount: number | null;
  holders: number;
  operatorIds: number[];
  operatorRecords: number[];
  operatorAmounts: number[];
  operatorHolders: number[];
}

/** Which records: null means any. */
export interface RecordFilter extends Span, AreaSight {
  readonly datasetId: number;
  readonly areaId: number | null;
  readonly operatorId: number | null;
  readonly cells: readonly Cell[] | null;
  readonly unplacedOnly: boolean;
}

interface Terms {
  datasetId: number;
  level: string;
  from: string;
  until: string;
  weight: string;
  profileHash: string;
}

interface DatasetRow {
  id: number;
  code: string;
  declaration: Dataset;
  shipped: boolean;
  revision: number;
}

/** What an account may do and see, as SQL returns it. */
export interface GrantColumns {
  role: Role | null;
  demo: boolean;
  readonly allAreas: boolean;
  readonly allDatasets: boolean;
  areas: AreaScope[];
  datasets: string[];
}

export interface StoredAccount extends GrantColumns {
  id: number;
  name: string;
  displayName: string;
  state: 'enabled' | 'disabled';
  passwordTemporary: boolean;
  passwordSetAt: Date;
  createdAt: Date;
  createdBy: string | null;
  secondFactor: boolean;
}

export interface Credentials {
  id: number;
  name: string;
  displayName: string;
  state: 'enabled' | 'disabled';
  passwordHash: string;
  totpSecret: string | null;
  totpPending: string | null;
  totpStep: number;
}

export interface StoredSession extends GrantColumns, Sight {
  sessionId: number;
  seenAt: Date;
  endsAt: Date;
  accountId: number;
  name: string;
  displayName: string;
  passwordTemporary: boolean;
  passwordSetAt: Date;
  secondFactor: boolean;
  issuer: string | null;
  vouched: boolean;
}

export interface LinkedAccount {
  id: number;
  name: string;
  displayName: string;
  state: 'enabled' | 'disabled';
}

export interface StoredRecord {
  id: number;
  key: string;
  happenedOn: string | null;
  amount: number | null;
  operatorId: number | null;
  operator: string | null;
  countsAs: string | null;
  holder: string | null;
  category: string | null;
  whereabouts: Partial<Whereabouts>;
  grade: Grade | null;
  score: number | null;
  lng: number | null;
  lat: number | null;
  cell: Cell | null;
  fields: Record<string, string | number | boolean>;
  fileName: string;
  line: number;
}

/** The last entry of the audit chain. */
interface AuditHead {
  seq: number;
  at: string;
  hash: string;
}

/** What each file in sql/queries takes and returns. The key is the file's path without `.sql`. */
export interface Queries extends AddressQueries, AreaQueries, GazetteerQueries, OperatorQueries, RunQueries {
  'areas/upsert_batch': {
    params: { level: string; parentLevel: string | null; areas: string };
    row: { id: number; code: string };
  };
  'areas/delete_aliases': { params: { areaIds: number[] }; row: { area_id: number } };
  'areas/insert_aliases': { params: { areaIds: number[]; aliases: string[] }; row: { area_id: number } };
  'areas/list': { params: { level: string | null }; row: Area };
  'areas/list_lineage': {
    params: AreaSight & { level: string; code: string };
    row: { id: number; level: string; code: string; name: string };
  };
  'areas/find_level': { params: { level: string }; row: { level: string } };
  'areas/list_boundaries': {
    params: { level: string };
    row: { id: number; code: string; name: string; geometry: string };
  };
  'areas/list_levels': {
    params: Record<never, never>;
    row: Box & { level: string; areas: number; withBoundary: number };
  };
  'areas/search': {
    params: { text: string };
    row: Box & { level: string; code: string; name: string; parentName: string | null };
  };
  'areas/delete_within': { params: Record<never, never>; row: { area_id: number } };
  'areas/insert_within': { params: Record<never, never>; row: { area_id: number } };
  'areas/delete_neighbours': { params: { level: string }; row: { area_id: number } };
  'areas/insert_neighbours': { params: { areaIds: number[]; neighbourIds: number[] }; row: { area_id: number } };
  'areas/list_neighbours': {
    params: { level: string; areaId: number | null };
    row: { areaId: number; neighbourIds: number[] };
  };
  'areas/count_operators': {
    params: Span & { datasetId: number; level: string };
    row: OperatorColumns & { areaId: number };
  };
  'cells/upsert_batch': { params: { cells: Cell[]; cells8: Cell[]; cells7: Cell[] }; row: { cell: Cell } };
  'cells/count_operators': {
    params: Span & AreaSight & { datasetId: number; resolution: number; cell: Cell | null };
    row: OperatorColumns & { cell: Cell };
  };
  'cells/list_children': { params: { cell: Cell; resolution: number }; row: { cell: Cell } };
  'cells/list_areas': {
    params: Span & AreaSight & { datasetId: number; cells: readonly Cell[] };
    row: { level: string; code: string; name: string; records: number };
  };
  'operators/upsert_batch': { params: { datasetId: number; names: string[] }; row: { id: number; name: string } };
  'operators/list': { params: AreaSight & { datasetId: number }; row: { id: number; name: string } };
  'places/upsert_batch': { params: { areaIds: string[] }; row: { id: number; areaIds: number[] } };
  'places/insert_areas': { params: { placeIds: number[] }; row: { placeId: number } };
  'places/list': { params: Record<never, never>; row: { id: number; areaIds: number[] } };
  'datasets/upsert': {
    params: { code: string; declaration: string; shipped: boolean; now: Date };
    row: DatasetRow;
  };
  'datasets/list': { params: DatasetSight & { code: string | null }; row: DatasetRow };
  'datasets/raise_revision': { params: { datasetId: number | null }; row: { id: number; revision: number } };
  'datasets/count_placed': {
    params: AreaSight & { datasetId: number };
    row: { grade: Grade | null; records: number; firstOn: string | null; lastOn: string | null };
  };
  'datasets/count_levels': { params: AreaSight & { datasetId: number }; row: { level: string; records: number } };
  'datasets/remember_header': {
    params: { headerKey: string; datasetId: number; now: Date };
    row: { headerKey: string };
  };
  'datasets/find_header': { params: { headerKey: string }; row: { code: string } };
  'records/list_hashes': {
    params: { countyCode: string; datasetId: number; keys: BinaryArray };
    row: { key: string; contentHash: string };
  };
  'records/upsert_batch': {
    params: {
      countyCode: string;
      datasetId: number;
      runId: number;
      keys: BinaryArray;
      lines: BinaryArray;
      contentHashes: BinaryArray;
      placeIds: BinaryArray;
      grades: BinaryArray;
      scores: BinaryArray;
      placeProblems: BinaryArray;
      happenedOn: BinaryArray;
      amounts: BinaryArray;
      operatorIds: BinaryArray;
      holders: BinaryArray;
      categories: BinaryArray;
      setAsides: BinaryArray;
      whereabouts: BinaryArray;
      lngs: BinaryArray;
      lats: BinaryArray;
      cells: BinaryArray;
      fields: BinaryArray;
    };
    row: { written: number };
  };
  'records/list_whereabouts': {
    params: Box & { boxed: boolean; datasetId: number; afterCounty: string; afterKey: string; limit: number };
    row: { countyCode: string; key: string; whereabouts: Partial<Whereabouts>; placeId: number };
  };
  'records/move_batch': {
    params: {
      datasetId: number;
      countyCodes: string[];
      keys: string[];
      placeIds: number[];
      grades: (string | null)[];
      scores: (number | null)[];
      placeProblems: (string | null)[];
      lngs: (number | null)[];
      lats: (number | null)[];
      cells: (Cell | null)[];
    };
    row: { key: string };
  };
  'records/list': {
    params: RecordFilter & {
      keys: readonly string[] | null;
      sort: string;
      descending: boolean;
      limit: number;
      offset: number;
    };
    row: StoredRecord;
  };
  'records/count': { params: RecordFilter; row: { total: number } };
  'records/list_points': {
    params: RecordFilter & { limit: number };
    row: { id: number; lng: number; lat: number; operatorId: number | null };
  };
  'records/total': {
    params: Span & AreaSight & { datasetId: number; level: string };
    row: {
      records: number;
      amount: number | null;
      operators: number;
      outside: number;
      unplaced: number;
      undated: number;
    };
  };
  'records/sum_operators': {
    params: Span &
      AreaSight & { datasetId: number; areaId: number | null; cells: readonly Cell[] | null; limit: number };
    row: {
      id: number;
      name: string;
      records: number;
      amount: number | null;
      holders: number;
      firstOn: string | null;
      lastOn: string | null;
    };
  };
  'records/count_months': {
    params: Span & AreaSight & { datasetId: number; areaId: number; operatorId: number | null };
    row: { month: string; records: number; topRecords: number };
  };
  'records/count_area_grades': {
    params: Span & AreaSight & { datasetId: number; areaId: number };
    row: { grade: Grade | null; records: number };
  };
  'records/count_positions': {
    params: Span & AreaSight & { datasetId: number; areaId: number };
    row: { positioned: number; distinctPositions: number };
  };
  'runs/advance': {
    params: { id: number; now: Date; bytesRead: number; encoding: string | null; report: string };
    row: { id: number };
  };
  'runs/close': {
    params: {
      id: number;
      state: StoredState;
      now: Date;
      bytesRead: number;
      fileSha256: string | null;
      report: string;
      error: string | null;
    };
    row: { id: number };
  };
  'runs/list_origins': { params: Record<never, never>; row: { datasetId: number; synthetic: boolean } };
  'runs/interrupt': { params: { ids: number[]; now: Date }; row: { id: number } };
  'rejections/insert_batch': {
    params: { runId: number; lines: number[]; reasons: string[]; details: string[]; bodies: string[] };
    row: { line: number };
  };
  'rejections/list': {
    params: Sight & { runId: number; afterLine: number; limit: number };
    row: { line: number; reason: string; detail: string; body: string };
  };
  'views/open': { params: Sight; row: { role: string } };
  'measurements/list_profiles': { params: Record<never, never>; row: { profileHash: string } };
  'measurements/find': { params: Terms; row: { id: number; revision: number; measuredAt: Date } };
  'measurements/delete_stale': { params: Terms & { revision: number }; row: { id: number } };
  'measurements/open': { params: Terms & { revision: number; now: Date }; row: { id: number } };
  'measurements/insert_batch': {
    params: { measurementId: number; areaIds: number[]; tiers: string[]; indicators: string; briefs: string };
    row: { stored: number };
  };
  'measurements/list_indicators': {
    params: AreaSight & { measurementId: number; areaIds: readonly number[] | null };
    row: { areaId: number; indicators: string };
  };
  'measurements/count_tiers': { params: AreaSight & { measurementId: number }; row: { tier: Tier; areas: number } };
  'audit/lock_head': { params: Record<never, never>; row: AuditHead };
  'audit/find_head': { params: Record<never, never>; row: AuditHead };
  'audit/insert_batch': { params: AuditHead & { entries: string }; row: { seq: number } };
  'audit/list_after': { params: { after: number; from: string; until: string; limit: number }; row: AuditEntry };
  'audit/search': {
    params: {
      before: number;
      from: string;
      until: string;
      actorKind: string | null;
      actor: string | null;
      action: string | null;
      subjectKind: string | null;
      subject: string | null;
      level: string | null;
      area: string | null;
      text: string | null;
      limit: number;
    };
    row: AuditEntry;
  };
  'accounts/insert': {
    params: {
      name: string;
      displayName: string;
      role: Role | null;
      allAreas: boolean;
      allDatasets: boolean;
      demo: boolean;
      passwordHash: string;
      passwordTemporary: boolean;
      now: Date;
      createdBy: number | null;
    };
    row: { id: number };
  };
  'accounts/list': { params: { id: number | null }; row: StoredAccount };
  'accounts/list_granted_areas': {
    params: Record<never, never>;
    row: { level: string; code: string; name: string; parentName: string | null };
  };
  'accounts/hold': { params: { id: number }; row: { id: number } };
  'accounts/find_credentials': { params: { id: number | null; name: string | null }; row: Credentials };
  'accounts/set_state': { params: { id: number; state: 'enabled' | 'disabled' }; row: { id: number } };
  'accounts/set_grant': {
    params: { id: number; role: Role | null; allAreas: boolean; allDatasets: boolean };
    row: { id: number };
  };
  'accounts/set_password': {
    params: { id: number; passwordHash: string; temporary: boolean; now: Date };
    row: { id: number };
  };
  'accounts/renew_hash': { params: { id: number; oldHash: string; newHash: string }; row: { id: number } };
  'accounts/set_pending_totp': { params: { id: number; sealed: string }; row: { id: number } };
  'accounts/confirm_totp': { params: { id: number; sealed: string; step: number }; row: { id: number } };
  'accounts/clear_totp': { params: { id: number }; row: { id: number } };
  'accounts/use_step': { params: { id: number; step: number }; row: { id: number } };
  'accounts/delete_areas': { params: { id: number }; row: { code: string } };
  'accounts/insert_areas': { params: { id: number; levels: string[]; codes: string[] }; row: { code: string } };
  'accounts/delete_datasets': { params: { id: number }; row: { datasetId: number } };
  'accounts/insert_datasets': { params: { id: number; datasetIds: number[] }; row: { datasetId: number } };
  'accounts/disable_demo': { params: Record<never, never>; row: { id: number } };
  'accounts/upsert_demo': {
    params: { name: string; displayName: string; role: Role; passwordHash: string; now: Date };
    row: { id: number };
  };
  'recovery_codes/delete_all': { params: { id: number }; row: { codeHash: string } };
  'recovery_codes/insert_batch': { params: { id: number; hashes: string[] }; row: { codeHash: string } };
  'recovery_codes/use': { params: { id: number; hash: string; now: Date }; row: { codeHash: string } };
  'recovery_codes/count_left': { params: { id: number }; row: { left: number } };
  'sessions/insert': {
    params: {
      tokenHash: string;
      accountId: number;
      now: Date;
      endsAt: Date;
      address: string;
      userAgent: string;
      issuer: string | null;
      vouched: boolean;
    };
    row: { id: number };
  };
  'sessions/find': { params: { tokenHash: string; now: Date; idleSince: Date }; row: StoredSession };
  'sessions/touch': { params: { id: number; now: Date }; row: { id: number } };
  'sessions/list': {
    params: { accountId: number; now: Date; idleSince: Date };
    row: { id: number; createdAt: Date; seenAt: Date; endsAt: Date; address: string; userAgent: string };
  };
  'sessions/revoke': { params: { accountId: number; id: number | null; now: Date }; row: { id: number } };
  'sessions/delete_old': { params: { before: Date }; row: { id: number } };
  'sessions/know_address': { params: { name: string; address: string; since: Date }; row: { known: boolean } };
  'identities/find_account': { params: { issuer: string; subject: string }; row: LinkedAccount };
  'identities/insert': {
    params: { issuer: string; subject: string; accountId: number; now: Date };
    row: { accountId: number };
  };
  'identities/delete': {
    params: { accountId: number; issuer: string | null; subject: string | null };
    row: { issuer: string; subject: string };
  };
  'identities/list': {
    params: Record<never, never>;
    row: { accountId: number; issuer: string; subject: string };
  };
  'sign_ins/count_attempt': {
    params: { keys: string[]; now: Date; forgetAt: Date };
    row: { key: string; failures: number };
  };
  'sign_ins/close_until': { params: { keys: string[]; openAts: Date[] }; row: { key: string } };
  'sign_ins/find_wait': { params: { keys: string[]; now: Date }; row: { openAt: Date | null } };
  'sign_ins/take_back': { params: { keys: string[]; forgiven: string[]; now: Date }; row: { key: string } };
  'sign_ins/delete_old': { params: { now: Date }; row: { key: string } };
  'disclosure/list_areas': {
    params: { level: string };
    row: { code: string; name: string; parentCode: string | null; parentName: string | null };
  };
  'disclosure/list_boundaries': { params: { level: string }; row: { code: string; name: string; geometry: string } };
  'disclosure/search_areas': {
    params: { text: string };
    row: { level: string; code: string; name: string; parentName: string | null };
  };
  'disclosure/list_lineage': {
    params: { level: string; code: string };
    row: Box & { level: string; code: string; name: string };
  };
  'disclosure/list_neighbours': { params: { level: string; code: string }; row: { code: string; name: string } };
  'disclosure/list_levels': {
    params: Record<never, never>;
    row: { level: string; areas: number; withBoundary: number };
  };
  'disclosure/find_origin': { params: Record<never, never>; row: { synthetic: boolean } };
  'disclosure/list_releases': { params: Record<never, never>; row: { name: string } };
  'disclosure/find_newest_step': { params: Record<never, never>; row: { name: string | null } };
  'disclosure/list_excesses': { params: { role: string }; row: { name: string } };
}
