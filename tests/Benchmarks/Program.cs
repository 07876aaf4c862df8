using Blobpress.Benchmarks.Corpus;
using Blobpress.Benchmarks.Fuzz;
using Blobpress.Benchmarks.Images;
using Blobpress.Benchmarks.Scripts;
using Blobpress.Benchmarks.Sites;
using Blobpress.Benchmarks.Storms;

return args switch
{
    ["images"] => await ImagesBenchmark.RunAsync(),
    ["images", .. var part] => await ImagesParts.RunAsync(part),
    ["site", "publish", var connection, var posts] => await FromNothingPart.RunAsync(connection, posts),
    ["site", .. var options] => await SiteBenchmark.RunAsync(options),
    ["corpus", var folder] => CorpusCommand.Run(folder),
    ["scripts"] => ScriptsBenchmark.Run(),
    ["fuzz", .. var options] => FuzzCommand.Run(options),
    ["shapes", .. var options] => ShapesCommand.Run(options),
    ["storm", .. var options] => StormCommand.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: Benchmarks images
               Benchmarks site [--max-posts N] [--azurite-posts N]
               Benchmarks corpus FOLDER
               Benchmarks scripts
               Benchmarks fuzz --minutes N --seed S
               Benchmarks shapes [TEXT]
               Benchmarks storm [--histories N] [--seed S] [--workers N] [--all]
        """);
    return 2;
}
