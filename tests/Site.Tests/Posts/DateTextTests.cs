using Blobpress.Site.Posts;

namespace Blobpress.Site.Tests.Posts;

public class DateTextTests
{
    [Theory]
    [InlineData("Sat, 29 Jan 2022 23:57:28 GMT", "2022-01-29T23:57:28Z")]
    [InlineData("Mon, 29 Jan 2022 23:57:28 GMT", "2022-01-29T23:57:28Z")]
    [InlineData("29 January 2022 23:57 +0800", "2022-01-29T15:57:00Z")]
    [InlineData("2022-01-29T23:57:28Z", "2022-01-29T23:57:28Z")]
    [InlineData("2022-01-29T23:57:28.250+08:00", "2022-01-29T15:57:28.25Z")]
    [InlineData("2013-12-09 10:00:00 +0800", "2013-12-09T02:00:00Z")]
    [InlineData("2009-05-28 20:19:04 UTC", "2009-05-28T20:19:04Z")]
    [InlineData("2020-11-02 8:20 UTC", "2020-11-02T08:20:00Z")]
    [InlineData("2022-1-9 8:5:03", "2022-01-09T00:05:03Z")]
    [InlineData("2022/01/29", "2022-01-28T16:00:00Z")]
    [InlineData("2022-01-29", "2022-01-28T16:00:00Z")]
    [InlineData("2022年1月29日 12:00", "2022-01-29T04:00:00Z")]
    [InlineData("Jan 29, 2022", "2022-01-28T16:00:00Z")]
    [InlineData("Sat Jan 29 2022 23:57:28 GMT+0800 (China Standard Time)", "2022-01-29T15:57:28Z")]
    [InlineData("2022-01-29 11:30 PM", "2022-01-29T15:30:00Z")]
    [InlineData("2022-02-03 10:00:00 +0800 CST", "2022-02-03T02:00:00Z")]
    [InlineData("2022-02-03 10:00:00.5 +0800 +0800 m=+0.01", "2022-02-03T02:00:00.5Z")]
    [InlineData("Wed Feb 2 15:04:05 2022", "2022-02-02T07:04:05Z")]
    [InlineData("Wed Feb  2 15:04:05 CST 2022", "2022-02-02T07:04:05Z")]
    [InlineData("Wed Feb  2 15:04:05 PST 2022", "2022-02-02T23:04:05Z")]
    [InlineData("Wed Feb 02 15:04:05 -0700 2022", "2022-02-02T22:04:05Z")]
    [InlineData("Thursday, 03-Feb-22 10:00:00 GMT", "2022-02-03T10:00:00Z")]
    [InlineData("03 Feb 22 10:00 +0800", "2022-02-03T02:00:00Z")]
    [InlineData("03 Feb 69 10:00 UT", "1969-02-03T10:00:00Z")]
    [InlineData("2022-02-03 10:00:00 JST", "2022-02-03T01:00:00Z")]
    [InlineData("2020-12-31 24:00:00", "2020-12-31T16:00:00Z")]
    [InlineData("2018-12-31 24:00", "2018-12-31T16:00:00Z")]
    [InlineData("1514764800", "2018-01-01T00:00:00Z")]
    [InlineData("1514764800000", "2018-01-01T00:00:00Z")]
    [InlineData("Thu, 31 Dec 1936 00:00:00 GMT", "1936-12-31T00:00:00Z")]
    [InlineData("0001-01-02", "0001-01-01T15:54:17Z")]
    [InlineData("9999-12-30", "9999-12-29T16:00:00Z")]
    public void Dates_are_read_in_the_sites_zone(string text, string utc)
    {
        var reading = DateText.Read(text, Sample.Shanghai.TimeZone);

        Assert.Null(reading.Problem);
        Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), reading.Date!.Value, TimeSpan.FromMinutes(1));
        Assert.Equal(Sample.Shanghai.TimeZone.GetUtcOffset(reading.Date.Value), reading.Date.Value.Offset);
    }

    [Theory]
    [InlineData("2022-02-29")]
    [InlineData("2022-00-01")]
    [InlineData("0000-01-01")]
    [InlineData("2022-01-29 24:01")]
    [InlineData("9999-12-31 24:00")]
    [InlineData("2022-01-29 10:60")]
    [InlineData("2022-01-29 13:00 PM")]
    [InlineData("29 Foo 2022")]
    [InlineData("2022-01-29 10:00 XYZ")]
    [InlineData("2022-01-29 10:00 +25:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("yesterday")]
    [InlineData("")]
    public void Impossible_dates_say_what_is_wrong(string text) => Assert.NotNull(DateText.Read(text, TimeZoneInfo.Utc).Problem);
}
