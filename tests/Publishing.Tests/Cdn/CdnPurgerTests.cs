using Azure.Core;
using Azure.Identity;
using Blobpress.Publishing.Cdn;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace Blobpress.Publishing.Tests.Cdn;

public sealed class CdnPurgerTests
{
    private const string Endpoint = "https://management.azure.com/subscriptions/s/resourceGroups/g/providers/Microsoft.Cdn/profiles/p/afdEndpoints/e";

    [Fact]
    public async Task Changed_pages_are_purged_with_the_apps_identity()
    {
        using var arm = new ArmDouble();
        var credential = new FixedCredential();
        using var purger = Purger(arm, new HastyClock(), credential);
        await purger.PurgeAsync(["/notes/a/", "/atom.xml", "/images/ab/abcd-640.webp"], TestContext.Current.CancellationToken);
        var (line, authorization, paths) = Assert.Single(arm.Asked);
        Assert.Equal("POST /subscriptions/s/resourceGroups/g/providers/Microsoft.Cdn/profiles/p/afdEndpoints/e/purge?api-version=2025-06-01", line);
        Assert.Equal("Bearer secret", authorization);
        Assert.Equal(["/atom.xml", "/notes/a/", "/notes/a/index.html"], paths);
        Assert.Equal(["https://management.azure.com/.default"], credential.Scopes);
    }

    [Fact]
    public async Task Nothing_is_asked_where_only_hashed_files_changed()
    {
        using var arm = new ArmDouble();
        using var purger = Purger(arm, new HastyClock());
        await purger.PurgeAsync(["/images/ab/abcd-640.webp"], TestContext.Current.CancellationToken);
        Assert.Empty(arm.Asked);
    }

    [Fact]
    public async Task Told_to_come_later_it_waits_as_long_as_asked_for()
    {
        using var arm = new ArmDouble((429, "17"), (503, null), (202, null));
        var clock = new HastyClock();
        using var purger = Purger(arm, clock);
        await purger.PurgeAsync(["/a/"], TestContext.Current.CancellationToken);
        Assert.Equal(3, arm.Asked.Count);
        Assert.Equal([TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(4)], clock.Waits);
    }

    [Theory]
    [InlineData(403, null)]
    [InlineData(429, "3600")]
    public async Task A_purge_that_is_refused_or_put_off_for_long_holds_nothing_up(int status, string? after)
    {
        using var arm = new ArmDouble((status, after));
        var clock = new HastyClock();
        using var purger = Purger(arm, clock);
        await purger.PurgeAsync(["/a/"], TestContext.Current.CancellationToken);
        Assert.Single(arm.Asked);
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task An_unreachable_CDN_holds_nothing_up()
    {
        var arm = new ArmDouble();
        arm.Dispose();
        var clock = new HastyClock();
        using var purger = Purger(arm, clock);
        await purger.PurgeAsync(["/a/"], TestContext.Current.CancellationToken);
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task An_identity_that_gets_no_token_holds_nothing_up()
    {
        var identity = new Mock<TokenCredential>();
        identity.Setup(credential => credential.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new CredentialUnavailableException("The identity endpoint is not there."));
        using var arm = new ArmDouble();
        var clock = new HastyClock();
        using var purger = Purger(arm, clock, identity.Object);
        await purger.PurgeAsync(["/a/"], TestContext.Current.CancellationToken);
        Assert.Empty(arm.Asked);
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task Calls_that_come_during_a_purge_are_served_together_by_the_next()
    {
        var asked = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        using var arm = new ArmDouble { Before = () => { asked.TrySetResult(); return go.Task; } };
        using var purger = Purger(arm, new HastyClock());
        var calls = new List<Task> { purger.PurgeAsync(["/a/"], TestContext.Current.CancellationToken) };
        await asked.Task;
        calls.AddRange(Enumerable.Range(1, 9).Select(number => purger.PurgeAsync([$"/b{number}/"], TestContext.Current.CancellationToken)));
        go.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal([2, 18], arm.Asked.Select(call => call.Paths.Length));
    }

    [Fact]
    public async Task Without_a_CDN_nothing_happens() =>
        await CdnPurger.None.PurgeAsync(["/a/"], TestContext.Current.CancellationToken);

    private static CdnPurger Purger(ArmDouble arm, TimeProvider clock, TokenCredential? credential = null) =>
        new(new() { Endpoint = new(Endpoint) }, credential ?? new FixedCredential(), clock, NullLogger.Instance, arm.Transport());
}
