import type { Database } from 'better-sqlite3';
import type { Clock } from '../core/clock.ts';
import type { BatchState, BatchStore, StoredBatch } from '../core/model-calls.ts';
import type { GroupCommit } from './group-commit.ts';

interface BatchRow {
  readonly id: number;
  readonly run: string;
  readonly shard: string;
  readonly provider: string;
  readonly remote_id: string | null;
  readonly state: BatchState;
  readonly requests: string;
}

/** Batches in SQLite. */
export function batchStore(db: Database, commits: GroupCommit, clock: Clock): BatchStore {
  return {
    openBatches(run) {
      const rows = db
        .prepare("SELECT * FROM batch WHERE run = ? AND state IN ('submitting', 'submitted') ORDER BY id")
        .all(run) as BatchRow[];
      return rows.map(batchOf);
    },
    addBatch(batch) {
      return commits.run(() => {
        const shard = db
          .prepare('SELECT COALESCE(MAX(CAST(shard AS INTEGER)) + 1, 0) FROM batch WHERE run = ?')
          .pluck()
          .get(batch.run) as number;
        const row = db
          .prepare(
            `INSERT INTO batch (run, shard, provider, state, requests, reserved_uusd, created_ms)
             VALUES (?, ?, ?, 'submitting', ?, 0, ?) RETURNING *`,
          )
          .get(batch.run, String(shard), batch.provider, JSON.stringify(batch.keys), clock.nowMs());
        return batchOf(row as BatchRow);
      });
    },
    updateBatch(id, state, remoteId) {
      return commits.run(() => {
        db.prepare('UPDATE batch SET state = ?, remote_id = COALESCE(?, remote_id) WHERE id = ?').run(
          state,
          remoteId ?? null,
          id,
        );
      });
    },
  };
}

function batchOf({ id, run, shard, provider, remote_id, state, requests }: BatchRow): StoredBatch {
  return { id, run, shard, provider, remoteId: remote_id ?? undefined, state, keys: JSON.parse(requests) as string[] };
}
