using System.Reflection;
using Twin.Embedded.Calls;
using Twin.Embedded.Streams;

namespace Twin.Embedded.Proxies;

/// <summary>Which base class carries the calls of a method, and what its caller gets from it.</summary>
/// <param name="Base">Base of the emitted call class.</param>
/// <param name="Send">What the reference does with a call.</param>
/// <param name="Answer">The base's getter of what the caller gets; null where <paramref name="Send"/> gives it.</param>
internal sealed record CallShape(Type Base, MethodInfo Send, MethodInfo? Answer)
{
    private static readonly MethodInfo SendCall = Method(nameof(GrainReference.Send));

    /// <returns>The shape, or null when the method's return type is not supported.</returns>
    public static CallShape? Of(Type returnType, bool isOneWay)
    {
        if (isOneWay)
        {
            return returnType == typeof(Task)
                ? new CallShape(typeof(OneWayCall), Method(nameof(GrainReference.SendOneWay)), Answer: null)
                : null;
        }

        if (returnType == typeof(Task))
        {
            return Make(typeof(TaskCall), nameof(AnsweredCall<>.Answer));
        }

        if (returnType == typeof(ValueTask))
        {
            return Make(typeof(ValueTaskCall), nameof(AnsweredCall<>.VoidValueAnswer));
        }

        if (!returnType.IsGenericType)
        {
            return null;
        }

        var definition = returnType.GetGenericTypeDefinition();
        var result = returnType.GetGenericArguments();
        if (definition == typeof(Task<>))
        {
            return Make(typeof(TaskCall<>).MakeGenericType(result), nameof(AnsweredCall<>.Answer));
        }

        if (definition == typeof(IAsyncEnumerable<>))
        {
            return new CallShape(
                typeof(StreamSource<>).MakeGenericType(result),
                Method(nameof(GrainReference.Enumerate)).MakeGenericMethod(result),
                Answer: null);
        }

        return definition == typeof(ValueTask<>)
            ? Make(typeof(ValueTaskCall<>).MakeGenericType(result), nameof(AnsweredCall<>.ValueAnswer))
            : null;
    }

    private static CallShape Make(Type type, string answer) =>
        new(type, SendCall, type.GetProperty(answer)?.GetMethod ?? throw new MissingMemberException(type.Name, answer));

    private static MethodInfo Method(string name) => typeof(GrainReference).GetMethod(name)
        ?? throw new MissingMethodException(nameof(GrainReference), name);
}
