using Blobpress.StorageDouble.Tracing;

namespace Blobpress.StorageDouble.Simulation;

/// <summary>Lets each request fail with a probability, by one of some faults, chosen by a seed.</summary>
/// <param name="seed">The same seed gives the same faults for the same requests.</param>
/// <param name="rate">The probability of a fault, 0 to 1.</param>
/// <param name="faults">The faults to choose from, equally likely; at least one.</param>
public sealed class RandomFaults(int seed, double rate, params IReadOnlyList<Fault> faults)
{
    private readonly Random random = new(seed);

    /// <summary>The policy to set as <see cref="StorageAccount.Faults"/>.</summary>
    public Fault? Choose(StorageCall call) => random.NextDouble() < rate ? faults[random.Next(faults.Count)] : null;
}
