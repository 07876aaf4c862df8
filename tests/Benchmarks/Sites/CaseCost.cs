using Blobpress.StorageDouble.Tracing;

namespace Blobpress.Benchmarks.Sites;

/// <summary>What one change costs, or the mean of several.</summary>
internal sealed record CaseCost(double Milliseconds, IReadOnlyDictionary<OperationKind, double> Operations, double BytesRead, double BytesWritten)
{
    public CaseCost(double milliseconds, OperationCounts counts)
        : this(milliseconds, counts.ByKind.ToDictionary(kind => kind.Key, kind => (double)kind.Value), counts.BytesRead, counts.BytesWritten)
    {
    }

    public double Total => Operations.Values.Sum();

    public double Bytes => BytesRead + BytesWritten;

    public static CaseCost Mean(IReadOnlyCollection<CaseCost> costs) => new(
        costs.Average(cost => cost.Milliseconds),
        costs.SelectMany(cost => cost.Operations).GroupBy(kind => kind.Key).ToDictionary(kind => kind.Key, kind => kind.Sum(one => one.Value) / costs.Count),
        costs.Average(cost => cost.BytesRead),
        costs.Average(cost => cost.BytesWritten));
}
