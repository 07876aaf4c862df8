using Azure;
using Azure.Data.Tables;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Index;

/// <summary>Brings the entries of a partition to what they are to be; what has to be rendered after it is marked in the same transactions.</summary>
internal sealed class ListIndex(IndexTable table)
{
    // A post adds at most two rows, its nodes and marks; a page that splits adds up to 90 nodes and then goes alone.
    private const int EnoughEntities = 60;

    /// <summary>Applies edits in transactions of as many as fit; each can be repeated.</summary>
    /// <param name="partition">Where.</param>
    /// <param name="edits">What is to be.</param>
    /// <param name="ensure">
    /// Called before each transaction and after the nodes were read on which it is conditional: throws where the edits are no
    /// longer the caller's to make. So whoever makes them now has either changed a node since, or has not begun.
    /// </param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>What links of the partition's entries name, as the last transaction left it.</returns>
    public async Task<WantedKeys> ApplyAsync(IndexPartition partition, IReadOnlyList<IndexEdit> edits, Func<CancellationToken, Task> ensure, CancellationToken cancel)
    {
        var wanted = WantedKeys.None;
        for (var done = 0; done < edits.Count;)
        {
            var rest = edits.Skip(done).ToList();
            var exact = false;
            (var taken, wanted) = await StorageErrors.RetryConflictsAsync(() =>
            {
                var attempt = SubmitSomeAsync(partition, rest, exact, ensure, cancel);
                exact = true;
                return attempt;
            }).ConfigureAwait(false);
            done += taken;
        }

        return wanted;
    }

    /// <summary>Marks the front page and one node's page as to be rendered, with nothing else changed.</summary>
    public async Task MarkAsync(IndexPartition partition, string prefix, CancellationToken cancel)
    {
        foreach (var mark in new[] { RowKeys.FrontMark, RowKeys.NodeMark(partition.Shape.Level(prefix), prefix) })
        {
            await table.Table.UpsertEntityAsync(new TableEntity(partition.Name, mark), TableUpdateMode.Replace, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Has the pages below a node looked at again: those that its own page takes the place of are removed.</summary>
    public Task MarkDeepAsync(IndexPartition partition, string prefix, CancellationToken cancel) =>
        table.Table.UpsertEntityAsync(new TableEntity(partition.Name, RowKeys.DeepMark(partition.Shape.Level(prefix), prefix)), TableUpdateMode.Replace, cancel);

    // The first try believes what the records say of each row, sparing a read; after a conflict each is looked up.
    private async Task<(int Taken, WantedKeys Wanted)> SubmitSomeAsync(IndexPartition partition, List<IndexEdit> edits, bool exact, Func<CancellationToken, Task> ensure, CancellationToken cancel)
    {
        var most = edits.Count;
        while (true)
        {
            var draft = new IndexDraft(table, partition);
            var taken = 0;
            while (taken < most && (taken == 0 || draft.Count < EnoughEntities))
            {
                var edit = edits[taken++];
                var look = exact || edit.Known is null;
                var exists = look ? await table.HasEntryAsync(partition, edit.Key, cancel).ConfigureAwait(false) : edit.Known!.Value;

                // Both come and go together; but for a hand that takes one away, after which nothing else would go on.
                var backward = look && partition.BothWays ? await table.HasBackwardAsync(partition, edit.Key, cancel).ConfigureAwait(false) : exists;
                var isNamed = exact && edit is { Columns: null, NamedRow: { } named } ? await table.HasAsync(partition, named, cancel).ConfigureAwait(false) : exists;
                await draft.EditAsync(edit, exists, backward, isNamed, cancel).ConfigureAwait(false);
            }

            if (draft.Count <= IndexDraft.MostEntities || taken == 1)
            {
                await ensure(cancel).ConfigureAwait(false);
                await SubmitAsync(draft.Actions(), cancel).ConfigureAwait(false);
                return (taken, draft.Wanted);
            }

            most = taken / 2;
        }
    }

    private Task<Response<IReadOnlyList<Response>>> SubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel) =>
        table.Table.SubmitTransactionAsync(actions, cancel);
}
