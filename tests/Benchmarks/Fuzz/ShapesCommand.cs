using System.Diagnostics;
using System.Globalization;
using System.Text;
using Blobpress.Fuzz;
using Blobpress.Fuzz.Shapes;
using Blobpress.Site.Settings;

namespace Blobpress.Benchmarks.Fuzz;

/// <summary>Tries every shape in the sizes that posts may have, within the memory they may take.</summary>
internal static class ShapesCommand
{
    // Bytes, seconds of computing, bytes of memory for all of the process.
    private static readonly (int Bytes, double Seconds, long Heap)[] Sizes = [(1 << 20, 2, 300L << 20), (4 << 20, 10, 800L << 20)];

    /// <summary>Runs what the options say: a text that the names of shapes hold; or, in a process of its own, a part of it.</summary>
    public static int Run(IReadOnlyList<string> options) => options switch
    {
        ["part", var bytes, var seconds, var first, var match] => Part(Number(bytes), double.Parse(seconds, CultureInfo.InvariantCulture), Number(first), match),
        [] => Sizes.Max(size => All(size, "")),
        [var match] => Sizes.Max(size => All(size, match)),
        _ => 2,
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // A process that memory or time did not suffice for says so, and the next one goes on behind that shape.
    private static int All((int Bytes, double Seconds, long Heap) size, string match)
    {
        var (first, count, worst) = (0, AllShapes.Posts.Count, 0);
        while (first < count)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
                start.ArgumentList.Add(typeof(ShapesCommand).Assembly.Location);
            string[] arguments = ["shapes", "part", .. new IFormattable[] { size.Bytes, size.Seconds, first }.Select(number => number.ToString(null, CultureInfo.InvariantCulture)), match];
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument);
            start.Environment["DOTNET_GCHeapHardLimit"] = size.Heap.ToString("x", CultureInfo.InvariantCulture);
            start.Environment["DOTNET_gcServer"] = "0";
            using var process = Process.Start(start)!;
            while (process.StandardOutput.ReadLine() is { } line)
            {
                if (line.StartsWith("at ", StringComparison.Ordinal))
                    first = Number(line[3..]) + 1;
                else
                    Console.WriteLine(line);
            }

            process.WaitForExit();
            worst = Math.Max(worst, process.ExitCode == 0 ? 0 : 1);
            if (process.ExitCode is 0 or 1)
                break;
            Console.WriteLine($"FAILED within {size.Heap >> 20} MB or 10 times {size.Seconds} s: {AllShapes.Posts[first - 1].Name}");
        }

        return worst;
    }

    private static int Part(int bytes, double seconds, int first, string match)
    {
        var (settings, code, tried) = (new SiteSettings(), 0, 0);
        PostPipeline.RunToTheEnd("a.md", Encoding.UTF8.GetBytes("# a\n\n<p>b</p> {% a %}"), settings);
        for (var at = first; at < AllShapes.Posts.Count; at++)
        {
            var shape = AllShapes.Posts[at];
            if (!shape.Name.Contains(match, StringComparison.Ordinal))
                continue;
            Console.WriteLine($"at {at}");
            Console.Out.Flush();
            using var deadline = new Timer(_ => Environment.Exit(3), null, TimeSpan.FromSeconds(10 * seconds), Timeout.InfiniteTimeSpan);
            var text = Encoding.UTF8.GetBytes(shape.Of(bytes));
            var outcome = "";
            var taken = ThreadTime.Of(() => outcome = Outcome(shape, text, settings));
            tried++;
            var bad = taken.TotalSeconds > seconds || outcome.StartsWith("threw", StringComparison.Ordinal);
            code |= bad ? 1 : 0;
            if (bad || match.Length > 0)
                Console.WriteLine($"{(bad ? "FAILED" : "ok")} {taken.TotalSeconds,6:0.00} s for {bytes:N0} bytes: {shape.Name}: {outcome}");
        }

        Console.WriteLine($"{tried} shapes of {bytes:N0} bytes");
        return code;
    }

    private static string Outcome(Shape shape, byte[] text, SiteSettings settings)
    {
        try
        {
            var (made, reasons) = PostPipeline.RunToTheEnd(shape.File, text, settings);
            return reasons.Count > 0 ? "rejected: " + reasons[0].Message : $"{(double)made / text.Length:0.0} times as long";
        }
        catch (Exception fault)
        {
            return $"threw {fault.GetType().Name} {fault.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Blobpress.Site", StringComparison.Ordinal))?.Trim()}";
        }
    }
}
