using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Twin.Api.Description;

/// <summary>
/// Says of our answers what the generator cannot see: every member is always there, null or not, and which can be null.
/// </summary>
internal sealed class SchemaDescriber : IOpenApiSchemaTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Enum is { Count: > 0 })
        {
            schema.Type = JsonSchemaType.String;
        }

        // Instants have a converter of ours, of which the generator knows no type.
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?))
        {
            schema.Type = JsonSchemaType.String
                | (type == typeof(DateTimeOffset) ? default(JsonSchemaType) : JsonSchemaType.Null);
        }

        // What a client sends may leave members out; what we answer may not.
        if (schema.Properties is null
            || type.Assembly != typeof(SchemaDescriber).Assembly
            || type.Name.EndsWith("Request", StringComparison.Ordinal))
        {
            return Task.CompletedTask;
        }

        var nullability = new NullabilityInfoContext();
        schema.Required = new SortedSet<string>(schema.Properties.Keys, StringComparer.Ordinal);
        foreach (var property in context.JsonTypeInfo.Properties)
        {
            if (property.AttributeProvider is not PropertyInfo member
                || !schema.Properties.TryGetValue(property.Name, out var described)
                || described is not OpenApiSchema inner)
            {
                continue;
            }

            var isInstant = member.PropertyType == typeof(DateTimeOffset)
                || member.PropertyType == typeof(DateTimeOffset?);
            // The same again: a member's description may be made before its type's is.
            var shown = isInstant ? JsonSchemaType.String : inner.Type;
            inner.Type = nullability.Create(member).ReadState == NullabilityState.Nullable
                ? shown | JsonSchemaType.Null
                : shown & ~JsonSchemaType.Null;
        }

        return Task.CompletedTask;
    }
}
