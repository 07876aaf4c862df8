namespace Blobpress.Benchmarks.Sites;

/// <summary>Whether a change costs the same in a large site as in a small one.</summary>
internal sealed record FlatCost(IReadOnlyList<SizeCost> Sizes)
{
    private static readonly int[] AllSizes = [100, 1_000, 10_000, 100_000];

    /// <summary>Operations in the largest site over those in the smallest: the mean of the four cases.</summary>
    public double OperationsRatio => Sizes[^1].Mean.Total / Sizes[0].Mean.Total;

    /// <summary>Bytes read and written in the largest site over those in the smallest: the mean of the four cases.</summary>
    public double BytesRatio => Sizes[^1].Mean.Bytes / Sizes[0].Mean.Bytes;

    public static async Task<FlatCost> MeasureAsync(int mostPosts)
    {
        using var site = await DoubleSite.CreateAsync();
        var costs = new List<SizeCost>();
        var posts = 0;
        foreach (var size in AllSizes.Where(size => size <= mostPosts))
        {
            await site.GrowAsync(posts, size);
            costs.Add(await SizeCost.MeasureAsync(site, size));
            posts = size;
            await Console.Error.WriteLineAsync(FormattableString.Invariant($"{size:N0} posts: {costs[^1].Mean.Total:0.0} operations, {costs[^1].Mean.Bytes:N0} bytes, mean of the four changes"));
        }

        return new(costs);
    }

    public void Print(TextWriter output)
    {
        output.WriteLine("| posts | change | operations | bytes read | bytes written | ms |");
        output.WriteLine("|---:|---|---:|---:|---:|---:|");
        foreach (var size in Sizes)
        {
            foreach (var (name, cost) in size.Cases.Append(new("mean", size.Mean)))
            {
                output.WriteLine(FormattableString.Invariant(
                    $"| {size.Posts:N0} | {name} | {cost.Total:0.0} | {cost.BytesRead:N0} | {cost.BytesWritten:N0} | {cost.Milliseconds:0.0} |"));
            }
        }

        output.WriteLine(FormattableString.Invariant($"| ratio | mean | {OperationsRatio:0.000} | {BytesRatio:0.000} (read and written) | | |"));
        output.WriteLine();
        PrintKinds(output);
    }

    private void PrintKinds(TextWriter output)
    {
        output.WriteLine($"| operations by kind, mean of the four | {string.Join(" | ", Sizes.Select(size => FormattableString.Invariant($"{size.Posts:N0}")))} |");
        output.WriteLine($"|---|{string.Concat(Sizes.Select(_ => "---:|"))}");
        foreach (var kind in Sizes.SelectMany(size => size.Mean.Operations.Keys).Distinct().Order())
        {
            var counts = Sizes.Select(size => FormattableString.Invariant($"{size.Mean.Operations.GetValueOrDefault(kind):0.0}"));
            output.WriteLine($"| {kind} | {string.Join(" | ", counts)} |");
        }

        output.WriteLine();
    }
}
