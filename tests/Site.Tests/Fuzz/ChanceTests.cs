using System.Text;
using Blobpress.Fuzz;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Fuzz;

/// <summary>Any bytes have an outcome. The command <c>fuzz</c> of the benchmarks tries more of them.</summary>
public sealed class ChanceTests
{
    [Theory]
    [InlineData("!!]inarM E\"")]
    [InlineData("title: !!binary[x\n")]
    [InlineData("---\ntitle: !!binary[x\n---\nx")]
    public void Tags_of_YAML_that_are_no_URIs_are_faults_like_others(string text)
    {
        Assert.IsType<SettingsResult.Rejected>(SiteYaml.Parse(Encoding.UTF8.GetBytes(text)));
        PostPipeline.RunToTheEnd("a.md", Encoding.UTF8.GetBytes(text), new());
    }

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
