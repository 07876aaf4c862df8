using Blobpress.Publishing.Hosting;
using Microsoft.Extensions.Configuration;

namespace Blobpress.Publishing.Tests.Hosting;

public sealed class HostSettingsTests
{
    [Fact]
    public void Without_settings_every_option_has_its_default()
    {
        var settings = HostSettings.Read(With());
        Assert.Equal(new PublishingOptions(), settings.Publishing);
        Assert.Null(settings.Cdn.Endpoint);
        Assert.Equal(100_000, settings.Guard.InvocationsPerHour);
    }

    [Fact]
    public void Settings_are_read()
    {
        var settings = HostSettings.Read(With(
            ("Blobpress:ImagesAtOnce", "2"),
            ("Blobpress:Lease", "00:00:20"),
            ("Blobpress:Cdn:Endpoint", "https://management.azure.com/subscriptions/s/e"),
            ("Blobpress:Guard:BytesPerHour", "5000000000")));
        Assert.Equal(2, settings.Publishing.ImagesAtOnce);
        Assert.Equal(TimeSpan.FromSeconds(20), settings.Publishing.Lease);
        Assert.Equal("/subscriptions/s/e", settings.Cdn.Endpoint!.AbsolutePath);
        Assert.Equal(5_000_000_000, settings.Guard.BytesPerHour);
    }

    [Fact]
    public void An_empty_endpoint_is_no_endpoint() =>
        Assert.Null(HostSettings.Read(With(("Blobpress:Cdn:Endpoint", ""))).Cdn.Endpoint);

    [Theory]
    [InlineData("Blobpress:ImagesAtOnce", "many", "The setting Blobpress__ImagesAtOnce is \"many\"; it must be a whole number from 1 to 16.")]
    [InlineData("Blobpress:ImagesAtOnce", "17", "The setting Blobpress__ImagesAtOnce is \"17\"; it must be a whole number from 1 to 16.")]
    [InlineData("Blobpress:Lease", "5", "The setting Blobpress__Lease is \"5\"; it must be a duration from 00:00:15 to 00:01:00, as 00:00:30.")]
    [InlineData("Blobpress:Cdn:Endpoint", "http://cdn", "The setting Blobpress__Cdn__Endpoint is \"http://cdn\"; it must be a URL that begins with https://, or empty.")]
    public void A_wrong_setting_is_named(string setting, string value, string message) =>
        Assert.Equal(message, Assert.Throws<SettingException>(() => HostSettings.Read(With((setting, value)))).Message);

    private static IConfiguration With(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build();
}
