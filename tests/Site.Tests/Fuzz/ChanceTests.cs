using Blobpress.Fuzz;

namespace Blobpress.Site.Tests.Fuzz;

/// <summary>Any bytes have an outcome. The command <c>fuzz</c> of the benchmarks tries more of them.</summary>
public sealed class ChanceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(100_001)]
    public void Any_bytes_have_an_outcome(int first)
    {
        for (var seed = first; seed < first + 100; seed++)
        {
            if (Chance.Try(seed) is var (kind, text, fault))
                Assert.Fail($"Seed {seed}, {kind}: {fault}\n{text}");
        }
    }
}
