using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Tables.Transactions;

/// <summary>
/// An entity group transaction: at most 100 changes and 4 MiB, one table, one partition, each row once; all or
/// nothing. The first failing change is the one answer, its index before the message.
/// </summary>
internal static class Transaction
{
    private const int MostChanges = 100;
    private const int LargestBody = 4 * 1024 * 1024;

    public static StorageReply Perform(StorageRequest batch, Func<string, Table> tables, Stamps stamps)
    {
        if (batch.Body.Length > LargestBody)
        {
            throw StorageError.RequestBodyTooLarge.Raise();
        }

        var requests = batch.Value as IReadOnlyList<StorageRequest> ?? BatchReader.Read(batch);
        var undo = new Stack<Action>();
        var step = new Step(tables, stamps, undo);
        var replies = new List<StorageReply>(requests.Count);
        foreach (var request in requests)
        {
            try
            {
                replies.Add(step.Perform(request, replies.Count));
            }
            catch (StorageException refusal)
            {
                RollBack(undo);
                var failed = Fail(refusal.Error, replies.Count, request);
                return batch.IsDirect ? new StorageReply(202) { Value = failed } : BatchWriter.Write([failed]);
            }
        }

        return batch.IsDirect ? new StorageReply(202) { Value = replies } : BatchWriter.Write(replies);
    }

    private static void RollBack(Stack<Action> undo)
    {
        foreach (var action in undo)
        {
            action();
        }
    }

    private static StorageReply Fail(StorageError error, int index, StorageRequest request) =>
        (error with { Message = $"{index}:{error.Message}" }).ToReply(request);

    private sealed class Step(Func<string, Table> tables, Stamps stamps, Stack<Action> undo)
    {
        private readonly HashSet<string> rows = new(StringComparer.Ordinal);
        private (Table Table, string Partition)? group;

        public StorageReply Perform(StorageRequest request, int index)
        {
            var path = TablePath.Read(request);
            var kind = TableOperations.ClassifyChange(request, path)
                ?? throw StorageError.InvalidInput("A change set holds inserts, updates and deletes only.").Raise();
            var table = tables(path.Table);
            var change = Change.Read(kind, request, path);
            Check(table, change, index);
            table.Entities.TryGet(change.Key, out var before);
            var after = table.Apply(change, stamps.Next());
            undo.Push(() => table.Restore(change.Key, before));
            return TableService.Answer(kind, request, after);
        }

        private void Check(Table table, Change change, int index)
        {
            group ??= (table, change.Key.Partition);
            if (index == MostChanges)
            {
                throw StorageError.InvalidInput("The batch request operation exceeds the maximum 100 changes per change set.").Raise();
            }

            if (group != (table, change.Key.Partition))
            {
                throw TableErrors.CommandsInBatchActOnDifferentPartitions.Raise();
            }

            if (!rows.Add(change.Key.Row))
            {
                throw TableErrors.InvalidDuplicateRow.Raise();
            }
        }
    }
}
